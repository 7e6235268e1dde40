"""Collect OpenTelemetry spans in memory, ask for one page, and count the spans."""

from typing import Any


def collect_spans() -> Any:
    """Make the OpenTelemetry SDK keep every span in memory."""
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    return exporter


def fastapi() -> str:
    """Ask a FastAPI application without any instrumentation for one page."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    exporter = collect_spans()
    app = FastAPI()

    @app.get("/items/{number}")
    def show(number: int) -> int:
        return number

    TestClient(app).get("/items/7").raise_for_status()
    names = [span.name for span in exporter.get_finished_spans()]
    return f"{len(names)} spans, the last {names[-1]}"


def flask() -> str:
    """Ask a Flask application for one page, bare and then with its instrumentation package."""
    from flask import Flask
    from opentelemetry.instrumentation.flask import FlaskInstrumentor

    exporter = collect_spans()

    def ask(instrument: bool) -> int:
        app = Flask(__name__)
        app.add_url_rule("/items/<int:number>", "item", lambda number: f"{number}")
        if instrument:
            FlaskInstrumentor().instrument_app(app)
        assert app.test_client().get("/items/7").status_code == 200
        return len(exporter.get_finished_spans())

    return f"{ask(instrument=False)} spans; with the package {ask(instrument=True)}"


def django() -> str:
    """Ask a Django application for one page, bare and then with its instrumentation package."""
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path
    from opentelemetry.instrumentation.django import DjangoInstrumentor

    exporter = collect_spans()

    def show(request: HttpRequest, number: int) -> HttpResponse:
        return HttpResponse(number)

    def ask() -> int:
        assert Client().get("/items/7").status_code == 200
        return len(exporter.get_finished_spans())

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=[],
        ROOT_URLCONF=(path("items/<int:number>", show),),
    )
    bare = ask()
    DjangoInstrumentor().instrument()
    return f"{bare} spans; with the package {ask()}"
