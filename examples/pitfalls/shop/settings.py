"""The settings of the project."""

import os

# --8<-- [start:wrong]
DEBUG = True
SECRET_KEY = "django-insecure-written-by-startproject"
ALLOWED_HOSTS: list[str] = []
INSTALLED_APPS = ["django.contrib.sessions", "shop"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "shop.counting.count_queries",
]
# --8<-- [end:wrong]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("DATABASE", "shop.sqlite3"),
    }
}
ROOT_URLCONF = "shop.urls"
