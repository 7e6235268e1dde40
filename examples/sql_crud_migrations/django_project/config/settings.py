"""The settings of the project."""

import os

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("DATABASE", "notes.sqlite3"),
    }
}
INSTALLED_APPS = ["rest_framework", "notes"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
# No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
ROOT_URLCONF = "config.urls"
SECRET_KEY = os.environ["SECRET_KEY"]
