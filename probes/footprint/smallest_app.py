"""Write the smallest application that answers with JSON, start it and count its lines."""

FASTAPI_APP = """
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def hello():
    return {"hello": "world"}
"""

FLASK_APP = """
from flask import Flask

app = Flask(__name__)


@app.get("/")
def hello():
    return {"hello": "world"}
"""

DJANGO_APP = """
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import path


def hello(request):
    return JsonResponse({"hello": "world"})


settings.configure(DEBUG=True, ROOT_URLCONF=(path("", hello),))
execute_from_command_line()
"""


def _result(source: str, url: str) -> str:
    import httpx

    answer = httpx.get(url, timeout=30)
    lines = sum(1 for line in source.splitlines() if line.strip())
    return f"{lines} lines: {answer.status_code} {answer.json()}"


def fastapi(tmp_path, serve) -> str:
    """Start a FastAPI file with Uvicorn and ask it for its JSON."""
    (tmp_path / "app.py").write_text(FASTAPI_APP)
    with serve.command("-m", "uvicorn", "app:app", "--port={port}") as server:
        return _result(FASTAPI_APP, server.url)


def flask(tmp_path, serve) -> str:
    """Start a Flask file with `flask run` and ask it for its JSON."""
    (tmp_path / "app.py").write_text(FLASK_APP)
    with serve.command("-m", "flask", "run", "--port={port}") as server:
        return _result(FLASK_APP, server.url)


def django(tmp_path, serve) -> str:
    """Start a Django file with its own runserver command and ask it for its JSON."""
    (tmp_path / "app.py").write_text(DJANGO_APP)
    with serve.command("app.py", "runserver", "{port}", "--noreload") as server:
        return _result(DJANGO_APP, server.url)
