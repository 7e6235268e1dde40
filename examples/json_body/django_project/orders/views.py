"""Takes an order as JSON, checks it field by field, and answers with what was understood."""

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from orders.serializers import OrderSerializer


@api_view(["POST"])
def place_order(request: Request) -> Response:
    """Compute the total."""
    order = OrderSerializer(data=request.data)
    order.is_valid(raise_exception=True)  # (1)!
    checked = order.validated_data
    total = sum(line["quantity"] * line["price"] for line in checked["lines"])
    receipt = {"customer": checked["customer"], "wanted_on": checked["wanted_on"], "total": total}
    return Response(receipt, status=201)
