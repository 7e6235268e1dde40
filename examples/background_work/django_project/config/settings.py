"""The settings of the project."""

import os

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("DATABASE", "database.sqlite3"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
}
INSTALLED_APPS = ["django_tasks_db"]
# No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
OUTBOX = os.environ.get("OUTBOX", "outbox.txt")
ROOT_URLCONF = "config.urls"
SECRET_KEY = os.environ["SECRET_KEY"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
