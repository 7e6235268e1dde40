"""Put the request's id and the trace's id on every log line, and write one trace per request."""

import logging
import re
import uuid
from logging.config import dictConfig

from flask import Flask, Response, abort, g, has_app_context, request
from opentelemetry import trace
from opentelemetry.instrumentation.flask import FlaskInstrumentor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor


class RequestFilter(logging.Filter):
    """Adds to each record which request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add two ids and let the record pass."""
        record.request_id = g.get("request_id", "-") if has_app_context() else "-"
        record.trace_id = f"{trace.get_current_span().get_span_context().trace_id:032x}"
        return True


dictConfig(  # (1)!
    {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request": {"()": RequestFilter}},
        "formatters": {
            "line": {
                "format": "%(levelname)s request=%(request_id)s trace=%(trace_id)s %(message)s"
            }
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "filters": ["request"],
                "formatter": "line",
            }
        },
        "root": {"handlers": ["console"], "level": "INFO"},
    }
)

exporter = ConsoleSpanExporter(formatter=lambda span: span.to_json(indent=None) + "\n")  # (2)!
provider = TracerProvider(resource=Resource({"service.name": "shop"}))
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)

app = Flask(__name__)
FlaskInstrumentor().instrument_app(app)


@app.before_request
def identify() -> None:
    """Take the id that the caller sends, or make one."""
    sent = request.headers.get("x-request-id", "")
    g.request_id = sent if re.fullmatch(r"[\w-]{8,64}", sent) else uuid.uuid4().hex


@app.after_request
def log_outcome(response: Response) -> Response:
    """Name the id in the answer and log the outcome."""
    response.headers["X-Request-ID"] = g.request_id
    app.logger.info("%s %s %s", request.method, request.path, response.status_code)
    return response


def find_price(item: str) -> int:
    """Look up a price; knows nothing of requests."""
    app.logger.info("looking up %s", item)
    if item == "gold":
        raise RuntimeError("the price of gold is unknown")
    return len(item)


@app.get("/prices/<item>")
def show_price(item: str) -> dict[str, int]:
    """Tell what an item costs."""
    if item == "water":
        app.logger.warning("somebody wants %s", item)
        abort(404)
    return {"price": find_price(item)}
