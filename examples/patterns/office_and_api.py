"""Django keeps the data, the users and the admin; FastAPI answers under /api, in one process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import django
from django.conf import settings

settings.configure(
    SECRET_KEY=os.environ["SECRET_KEY"],
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["DATABASE"]}},
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.messages",
        "django.contrib.sessions",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    STATIC_URL="/static/",
    ROOT_URLCONF=__name__,
)
django.setup()

from django.contrib import admin
from django.contrib.auth import get_user
from django.contrib.auth.models import AbstractBaseUser, User
from django.contrib.sessions.backends.db import SessionStore
from django.core.asgi import get_asgi_application
from django.db import close_old_connections
from django.http import HttpRequest
from django.urls import path
from fastapi import Cookie, Depends, FastAPI, HTTPException
from fastapi.staticfiles import StaticFiles

urlpatterns = [path("admin/", admin.site.urls)]


# --8<-- [start:bridge]
@contextmanager
def django_connections() -> Iterator[None]:
    """Do what Django does around each of its own requests, in the thread that queries."""
    close_old_connections()
    try:
        yield
    finally:
        close_old_connections()


def staff_member(sessionid: Annotated[str | None, Cookie()] = None) -> AbstractBaseUser:
    """Accept the session that Django's login made."""
    request = HttpRequest()
    with django_connections():
        request.session = SessionStore(sessionid)
        user = get_user(request)
    if not user.is_staff:
        raise HTTPException(401)
    return user


app = FastAPI()


@app.get("/api/users", dependencies=[Depends(staff_member)])
def list_users() -> list[str]:
    """Read with Django's ORM: a plain function, because the ORM blocks."""
    with django_connections():
        return list(User.objects.values_list("username", flat=True))


app.mount("/static", StaticFiles(packages=[("django.contrib.admin", "static")]))
app.mount("/", get_asgi_application())  # what FastAPI does not know goes to Django
# --8<-- [end:bridge]
