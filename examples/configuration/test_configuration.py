"""Settings come from the environment with their types, and a wrong one stops the start."""

import hashlib
import hmac
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {"SHOP_PAGE_SIZE": "5", "SHOP_BETA": "true", "SHOP_SIGNING_KEY": "change-me-too"}
START = {
    "fastapi": "import fastapi_app",
    "flask": "import flask_app; flask_app.create_app()",
    "django": "import django_app",
}


def start(server, **changes: str) -> subprocess.CompletedProcess[str]:
    """Load the program in a process of its own, with a changed environment."""
    return subprocess.run(
        [sys.executable, "-c", START[server.framework]],
        cwd=Path(__file__).parent,
        env={**os.environ, **server.environment, **changes},
        capture_output=True,
        text=True,
        check=False,
    )


def test_settings_have_defaults_and_types(client):
    shown = client.get("/settings").json()
    assert shown == {"title": "Corner shop", "page_size": 5, "beta": True}


def test_the_secret_is_used(client):
    expected = hmac.new(b"change-me-too", b"hello", hashlib.sha256).hexdigest()
    assert client.get("/sign/hello").json() == expected


def test_the_secret_is_shown_nowhere(client, server):
    for path in ("/settings", "/sign/hello", "/nowhere"):
        assert "change-me-too" not in client.get(path).text
    assert "change-me-too" not in server.log()


@pytest.mark.parametrize("value", ["many", "0"])
def test_a_wrong_number_stops_the_start_and_is_named(server, value):
    started = start(server, SHOP_PAGE_SIZE=value)
    assert started.returncode == 1
    assert "page_size" in started.stderr.lower()


def test_a_missing_secret_stops_the_start_and_is_named(server):
    del server.environment["SHOP_SIGNING_KEY"]
    started = start(server)
    assert started.returncode == 1
    assert "signing_key" in started.stderr.lower()
