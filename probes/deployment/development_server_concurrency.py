"""Ask the development server eight times at once for a page that waits half a second."""

import time
from pathlib import Path
from typing import Any

FASTAPI = """
import time
from fastapi import FastAPI
app = FastAPI()

@app.get("/")
def wait() -> None:
    time.sleep(0.5)
"""

FLASK = """
import time
from flask import Flask
app = Flask(__name__)

@app.get("/")
def wait():
    time.sleep(0.5)
    return ""
"""

DJANGO = """
import time
from django.http import HttpResponse
from django.urls import path

def wait(request):
    time.sleep(0.5)
    return HttpResponse()

urlpatterns = [path("", wait)]
"""


def ask_eight_times(running: Any) -> str:
    """Send eight requests at once; four seconds would be one after the other."""
    from concurrent.futures import ThreadPoolExecutor

    import httpx

    with running as server, httpx.Client() as client, ThreadPoolExecutor(8) as pool:
        client.get(server.url).raise_for_status()
        start = time.monotonic()
        list(pool.map(client.get, [server.url] * 8))
        seconds = time.monotonic() - start
    return f"8 at once: {'concurrent' if seconds < 2 else 'serial'}"


def fastapi(serve: Any, tmp_path: Path) -> str:
    """Ask a route written with `def` under `fastapi dev`."""
    (tmp_path / "main.py").write_text(FASTAPI)
    return ask_eight_times(
        serve.command("-m", "fastapi", "dev", "main.py", "--no-reload", "--port={port}")
    )


def flask(serve: Any, tmp_path: Path) -> str:
    """Ask a view under `flask run`."""
    (tmp_path / "app.py").write_text(FLASK)
    return ask_eight_times(serve.command("-m", "flask", "run", "--port={port}"))


def django(serve: Any, tmp_path: Path) -> str:
    """Ask a view under `manage.py runserver`."""
    from django.core.management import call_command

    call_command("startproject", "shop", tmp_path)
    (tmp_path / "shop" / "urls.py").write_text(DJANGO)
    return ask_eight_times(serve.command("manage.py", "runserver", "--noreload", "{port}"))
