"""The project with an application, Django REST framework and a second template engine."""

import os
from urllib.parse import urlsplit

from django_settings import *
from django_settings import BASE_DIR, INSTALLED_APPS, TEMPLATES

INSTALLED_APPS = [*INSTALLED_APPS, "rest_framework", "shop"]
ROOT_URLCONF = "django_data"
TEMPLATES = [
    *TEMPLATES,
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja",
        "DIRS": [BASE_DIR / "jinja"],
    },
]

address = urlsplit(os.environ["BENCH_DATABASE"])
if address.scheme.startswith("postgresql"):
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": address.path.lstrip("/"),
            "USER": address.username,
            "PASSWORD": address.password,
            "HOST": address.hostname,
            "PORT": address.port,
        }
    }
