"""The views of the catalog."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from catalog.service import all_products, find_product


@require_safe
def list_products(request: HttpRequest) -> JsonResponse:
    """Return the whole catalog."""
    return JsonResponse([asdict(product) for product in all_products()], safe=False)


@require_safe
def show_product(request: HttpRequest, product_id: str) -> JsonResponse:
    """Return one product."""
    return JsonResponse(asdict(find_product(product_id)))
