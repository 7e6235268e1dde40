"""The views of shipping."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from shipping.service import fee_of


@require_safe
def show_fee(request: HttpRequest, country: str, product_id: str) -> JsonResponse:
    """Tell what it costs to send a product."""
    return JsonResponse({"cents": fee_of(product_id, country)})
