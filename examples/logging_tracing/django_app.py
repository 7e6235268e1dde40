"""Put the request's id and the trace's id on every log line, and write one trace per request."""

import logging
import os
import re
import sys
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe
from opentelemetry import trace
from opentelemetry.instrumentation.django import DjangoInstrumentor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

Next = Callable[[HttpRequest], HttpResponse]
request_id: ContextVar[str] = ContextVar("request_id", default="-")
log = logging.getLogger("shop")


class RequestFilter(logging.Filter):
    """Adds to each record which request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add two ids and let the record pass."""
        record.request_id = request_id.get()
        record.trace_id = f"{trace.get_current_span().get_span_context().trace_id:032x}"
        return True


def identify(get_response: Next) -> Next:
    """Take the id that the caller sends, or make one; log the outcome."""

    def middleware(request: HttpRequest) -> HttpResponse:
        sent = request.headers.get("x-request-id", "")
        request_id.set(sent if re.fullmatch(r"[\w-]{8,64}", sent) else uuid.uuid4().hex)  # (1)!
        response = get_response(request)
        response.headers["X-Request-ID"] = request_id.get()
        log.info("%s %s %s", request.method, request.path, response.status_code)
        return response

    return middleware


def find_price(item: str) -> int:
    """Look up a price; knows nothing of requests."""
    log.info("looking up %s", item)
    if item == "gold":
        raise RuntimeError("the price of gold is unknown")
    return len(item)


@require_safe
def show_price(request: HttpRequest, item: str) -> JsonResponse:
    """Tell what an item costs."""
    if item == "water":
        log.warning("somebody wants %s", item)
        raise Http404
    return JsonResponse({"price": find_price(item)})


urlpatterns = [path("prices/<item>", show_price)]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    LOGGING={
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
        "loggers": {"django": {"handlers": [], "level": "INFO"}},  # (2)!
    },
    MIDDLEWARE=[f"{__name__}.identify"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)

exporter = ConsoleSpanExporter(formatter=lambda span: span.to_json(indent=None) + "\n")  # (3)!
provider = TracerProvider(resource=Resource({"service.name": "shop"}))
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)
DjangoInstrumentor().instrument()  # (4)!
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
