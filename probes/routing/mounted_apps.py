"""Put a foreign application under a path of the framework and call it."""


def fastapi() -> str:
    """Mount an ASGI application and, through a2wsgi, a WSGI application in a FastAPI app."""
    from a2wsgi import WSGIMiddleware
    from fastapi import FastAPI
    from fastapi.responses import PlainTextResponse
    from fastapi.testclient import TestClient

    def wsgi_app(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"WSGI"]

    app = FastAPI()
    app.mount("/asgi", PlainTextResponse("ASGI"))
    app.mount("/wsgi", WSGIMiddleware(wsgi_app))
    client = TestClient(app)
    asgi, wsgi = (client.get(path).status_code for path in ("/asgi", "/wsgi"))
    return f"ASGI app {asgi}; with a2wsgi, WSGI app {wsgi}"


def flask() -> str:
    """Put a WSGI application under a path of a Flask app with Werkzeug's DispatcherMiddleware."""
    from flask import Flask
    from werkzeug.middleware.dispatcher import DispatcherMiddleware

    def wsgi_app(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"WSGI"]

    app = Flask(__name__)
    app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {"/wsgi": wsgi_app})
    return f"WSGI app {app.test_client().get('/wsgi').status_code}"


def django() -> str:
    """Put a WSGI application where Django's URL configuration expects a view."""
    import django
    from django.conf import settings
    from django.test import Client
    from django.urls import path

    def wsgi_app(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"WSGI"]

    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("wsgi", wsgi_app),))
    django.setup()
    try:
        return f"WSGI app {Client().get('/wsgi').status_code}"
    except TypeError:
        return "WSGI app: TypeError"
