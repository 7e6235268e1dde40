"""A middleware that says how many statements a view sent to the database."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


def count_queries(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Wrap all views."""

    def middleware(request: HttpRequest) -> HttpResponse:
        statements = []

        def note(execute: Callable[..., Any], sql: str, *others: Any) -> Any:
            statements.append(sql)
            return execute(sql, *others)

        with connection.execute_wrapper(note):
            response = get_response(request)
        response.headers["X-Queries"] = str(len(statements))
        return response

    return middleware
