"""The settings of the project."""

import os

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["django.contrib.staticfiles", "ninja"]
# No CsrfViewMiddleware: without cookies a foreign form has nothing to misuse.
MIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware"]
ROOT_URLCONF = "config.urls"
SECRET_KEY = os.environ["SECRET_KEY"]
STATIC_URL = "static/"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
WHITENOISE_USE_FINDERS = True
