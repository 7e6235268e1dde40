"""Redirect a POST with the framework's default and see which method arrives at the target."""


def fastapi() -> str:
    """Answer a POST with FastAPI's RedirectResponse and follow it."""
    from fastapi import FastAPI, Request
    from fastapi.responses import RedirectResponse
    from fastapi.testclient import TestClient

    app = FastAPI()

    @app.post("/save")
    def save() -> RedirectResponse:
        return RedirectResponse("/target")

    @app.api_route("/target", methods=["GET", "POST"])
    def target(request: Request) -> str:
        return request.method

    response = TestClient(app).post("/save")
    return f"{response.history[0].status_code}, target gets {response.json()}"


def flask() -> str:
    """Answer a POST with Flask's redirect() and follow it."""
    from flask import Flask, redirect, request
    from flask.typing import ResponseReturnValue

    app = Flask(__name__)

    @app.post("/save")
    def save() -> ResponseReturnValue:
        return redirect("/target")

    @app.route("/target", methods=["GET", "POST"])
    def target() -> str:
        return request.method

    response = app.test_client().post("/save", follow_redirects=True)
    return f"{response.history[0].status_code}, target gets {response.text}"


def django() -> str:
    """Answer a POST with Django's redirect() and follow it."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import redirect
    from django.test import Client
    from django.urls import path

    def save(request: HttpRequest) -> HttpResponse:
        return redirect("/target")

    def target(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.method)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(path("save", save), path("target", target)),
    )
    django.setup()
    response = Client().post("/save", follow=True)
    return f"{response.redirect_chain[0][1]}, target gets {response.text}"
