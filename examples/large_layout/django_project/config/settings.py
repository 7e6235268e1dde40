"""The settings of the project."""

import os

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["catalog", "pricing", "shipping"]  # (1)!
MIDDLEWARE = ["core.middleware.AnswerNotFound"]
ROOT_URLCONF = "config.urls"
SECRET_KEY = os.environ["SECRET_KEY"]
