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
    """Ask a Flask application without any instrumentation for one page."""
    from flask import Flask

    exporter = collect_spans()
    app = Flask(__name__)
    app.add_url_rule("/items/<int:number>", "item", lambda number: f"{number}")
    assert app.test_client().get("/items/7").status_code == 200
    return f"{len(exporter.get_finished_spans())} spans"


def django() -> str:
    """Ask a Django application without any instrumentation for one page."""
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    exporter = collect_spans()

    def show(request: HttpRequest, number: int) -> HttpResponse:
        return HttpResponse(number)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        MIDDLEWARE=[],
        ROOT_URLCONF=(path("items/<int:number>", show),),
    )
    assert Client().get("/items/7").status_code == 200
    return f"{len(exporter.get_finished_spans())} spans"
