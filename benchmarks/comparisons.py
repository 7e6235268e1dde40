"""The comparisons that were declared before any run: ten headlines, and a control."""

from __future__ import annotations

from macros.runs import Pair

CONTROL = Pair(
    id="control", short="Flask / the same Flask again", varies="code", metric="cpu",
    question="The same row under two names: what does this run see where there is nothing?",
    row="hello_flask_gthread_again", against="hello_flask_gthread",
)  # fmt: skip

HEADLINES = (
    Pair(id="usual_fastapi", short="FastAPI / Flask, usual servers",
         varies="framework", metric="cpu",
         question="Hello, each on its usual server: FastAPI against Flask",
         row="hello_fastapi_uvicorn", against="hello_flask_gthread"),
    Pair(id="usual_django", short="Django / Flask, Gunicorn threads",
         varies="framework", metric="cpu",
         question="Hello, both on Gunicorn with threads: Django against Flask",
         row="hello_django_gthread", against="hello_flask_gthread"),
    Pair(id="granian_fastapi", short="FastAPI / Flask, Granian",
         varies="framework", metric="cpu",
         question="Hello, both on Granian: FastAPI against Flask",
         row="hello_fastapi_granian", against="hello_flask_granian"),
    Pair(id="middleware", short="Django: default middleware / none",
         varies="middleware", metric="cpu",
         question="Hello on Granian: Django with its default middleware against none",
         row="hello_django_granian", against="hello_django_bare_granian"),
    Pair(id="server", short="Flask: Gunicorn threads / Granian",
         varies="server", metric="cpu",
         question="Hello in Flask: Gunicorn with threads against Granian",
         row="hello_flask_gthread", against="hello_flask_granian"),
    Pair(id="body", short="FastAPI / Flask, body by Pydantic",
         varies="framework", metric="cpu",
         question="A body checked by Pydantic on Granian: FastAPI against Flask",
         row="body_fastapi_granian", against="body_flask_pydantic_granian"),
    Pair(id="validator", short="Django: REST framework / Ninja",
         varies="validator", metric="cpu",
         question="A body in Django: Django REST framework against Django Ninja",
         row="body_django_drf", against="body_django_ninja"),
    Pair(id="orm", short="Django / Flask, one row by ORM",
         varies="framework", metric="cpu",
         question="One row by each framework's ORM on Gunicorn: Django against Flask",
         row="orm_django_orm", against="orm_flask_sqlalchemy"),
    Pair(id="client", short="FastAPI: HTTPX / aiohttp",
         varies="client", metric="cpu",
         question="A call to another service from FastAPI: HTTPX against aiohttp",
         row="call_fastapi_httpx", against="call_fastapi_aiohttp"),
    Pair(id="blocking", short="FastAPI: awaited / blocking, answers",
         varies="code", metric="rate", connections=100,
         question="Waiting in FastAPI, 100 connections: awaited against blocking the loop",
         row="wait_fastapi_async", against="wait_fastapi_blocking"),
)  # fmt: skip
