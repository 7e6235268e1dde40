"""Show noon UTC of a winter day to a reader in Berlin."""


def fastapi() -> str:
    """Return an aware UTC time from a route and read the JSON, then convert it by hand."""
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    noon = datetime(2026, 1, 15, 12, tzinfo=UTC)
    app = FastAPI()
    app.add_api_route("/", lambda: noon)
    app.add_api_route("/berlin", lambda: noon.astimezone(ZoneInfo("Europe/Berlin")))
    client = TestClient(app)
    return f"{client.get('/').json()}; with astimezone() {client.get('/berlin').json()}"


def flask() -> str:
    """Render an aware UTC time in a template, bare and with Flask-Babel's filter."""
    from datetime import UTC, datetime

    from flask import Flask, render_template_string
    from flask_babel import Babel

    noon = datetime(2026, 1, 15, 12, tzinfo=UTC)
    app = Flask(__name__)
    Babel(app, timezone_selector=lambda: "Europe/Berlin")
    template = "{{ t.strftime('%H:%M') }}; with Flask-Babel {{ t | datetimeformat('HH:mm') }}"
    app.add_url_rule("/", view_func=lambda: render_template_string(template, t=noon))
    return app.test_client().get("/").text


def django() -> str:
    """Render an aware UTC time in a template while Berlin is the current time zone."""
    from datetime import UTC, datetime

    import django
    from django.conf import settings
    from django.template import Context, Template
    from django.utils import timezone

    noon = datetime(2026, 1, 15, 12, tzinfo=UTC)
    settings.configure(TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}])
    django.setup()
    template = Template("{{ t|time:'H:i' }}")
    with timezone.override("UTC"):
        in_utc = template.render(Context({"t": noon}))
    with timezone.override("Europe/Berlin"):
        in_berlin = template.render(Context({"t": noon}))
    return f"{in_utc}; after activate('Europe/Berlin') {in_berlin}"
