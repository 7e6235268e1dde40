"""Put the request's id and the trace's id on every log line, and write one trace per request."""

import logging
import logging.config
import re
import uuid
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

from fastapi import FastAPI, HTTPException, Request, Response
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

request_id: ContextVar[str] = ContextVar("request_id", default="-")


class RequestFilter(logging.Filter):
    """Adds to each record which request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add two ids and let the record pass."""
        record.request_id = request_id.get()
        record.trace_id = f"{trace.get_current_span().get_span_context().trace_id:032x}"
        return True


logging.config.dictConfig(
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
        "loggers": {"uvicorn.error": {"handlers": ["console"], "propagate": False}},  # (1)!
    }
)
log = logging.getLogger("shop")

exporter = ConsoleSpanExporter(formatter=lambda span: span.to_json(indent=None) + "\n")  # (2)!
provider = TracerProvider(resource=Resource({"service.name": "shop"}))
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)

app = FastAPI()


@app.middleware("http")
async def identify(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """Take the id that the caller sends, or make one; log the outcome."""
    sent = request.headers.get("x-request-id", "")
    request_id.set(sent if re.fullmatch(r"[\w-]{8,64}", sent) else uuid.uuid4().hex)  # (3)!
    response = await call_next(request)
    response.headers["X-Request-ID"] = request_id.get()
    log.info("%s %s %s", request.method, request.url.path, response.status_code)
    return response


def find_price(item: str) -> int:
    """Look up a price; knows nothing of requests."""
    log.info("looking up %s", item)
    if item == "gold":
        raise RuntimeError("the price of gold is unknown")
    return len(item)


@app.get("/prices/{item}")
def show_price(item: str) -> dict[str, int]:
    """Tell what an item costs."""
    if item == "water":
        log.warning("somebody wants %s", item)
        raise HTTPException(404)
    return {"price": find_price(item)}
