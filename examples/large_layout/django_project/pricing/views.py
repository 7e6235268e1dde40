"""The views of the prices."""

from django import forms
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from pricing.service import price_of


class PriceForm(forms.Form):
    """What a client may ask."""

    pieces = forms.IntegerField(min_value=1)


@require_safe
def show_price(request: HttpRequest, product_id: str) -> JsonResponse:
    """Tell what a number of products costs."""
    form = PriceForm({"pieces": "1", **request.GET.dict()})
    if not form.is_valid():
        return JsonResponse(form.errors.get_json_data(), status=400)
    return JsonResponse({"cents": price_of(product_id, form.cleaned_data["pieces"])})
