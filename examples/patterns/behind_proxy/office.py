"""The part that staff use: Django's admin, everything below /office/; it owns the tables."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

APPS = ("admin", "auth", "contenttypes", "messages", "sessions", "staticfiles")
PROCESSORS = ("template.context_processors.request", "contrib.auth.context_processors.auth",
              "contrib.messages.context_processors.messages")  # fmt: skip

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["DATABASE"]}},
    INSTALLED_APPS=["shop", *(f"django.contrib.{app}" for app in APPS)],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    ROOT_URLCONF="shop.urls",
    SECRET_KEY=os.environ["SECRET_KEY"],
    SESSION_COOKIE_PATH="/office/",  # the other parts never get it
    CSRF_COOKIE_PATH="/office/",
    STATIC_URL="/office/static/",
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": [f"django.{name}" for name in PROCESSORS]},
        }
    ],
    WHITENOISE_USE_FINDERS=True,
)
application = get_wsgi_application()
