"""Says in a header how many statements a request sent."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


class Counter:
    """Counts the statements that pass through it."""

    def __init__(self) -> None:
        """Start at zero."""
        self.statements = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        """Count one statement and send it."""
        self.statements += 1
        return execute(*arguments)


def count_queries(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Wrap all views."""

    def middleware(request: HttpRequest) -> HttpResponse:
        counter = Counter()
        with connection.execute_wrapper(counter):
            response = get_response(request)
        response.headers["X-Queries"] = str(counter.statements)
        return response

    return middleware
