"""The settings of the project."""

import os

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("DATABASE", "notes.sqlite3"),
    }
}
INSTALLED_APPS = ["notes"]
# No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
ROOT_URLCONF = "config.urls"
SECRET_KEY = os.environ["SECRET_KEY"]
TIME_ZONE = "UTC"
