"""What happens around all views."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from core.errors import NotFoundError


class AnswerNotFound:
    """Say what is missing, in the same form for all features."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Remember what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Change nothing."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn one class of exceptions into an answer."""
        known = isinstance(error, NotFoundError)
        return JsonResponse({"error": str(error)}, status=404) if known else None
