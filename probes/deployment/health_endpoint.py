"""Ask a new application for the usual addresses of a health check."""

ADDRESSES = ("/health", "/healthz", "/livez", "/readyz", "/up")


def fastapi() -> str:
    """Ask a new FastAPI application."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    client = TestClient(FastAPI())
    statuses = {client.get(address).status_code for address in ADDRESSES}
    return ", ".join(map(str, statuses))


def flask() -> str:
    """Ask a new Flask application."""
    from flask import Flask

    client = Flask(__name__).test_client()
    statuses = {client.get(address).status_code for address in ADDRESSES}
    return ", ".join(map(str, statuses))


def django() -> str:
    """Ask a new Django application, then one with the view of django-health-check."""
    import django
    from django.conf import settings
    from django.test import Client, override_settings
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["health_check"],
        MIDDLEWARE=[],
        ROOT_URLCONF=(),
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
    )
    django.setup()
    bare = {Client().get(address).status_code for address in ADDRESSES}

    from health_check.views import HealthCheckView

    view = HealthCheckView.as_view(checks=["health_check.Database"])
    with override_settings(ROOT_URLCONF=(path("health", view),)):
        added = Client().get("/health").status_code
    return f"{', '.join(map(str, bare))}; with django-health-check {added}"
