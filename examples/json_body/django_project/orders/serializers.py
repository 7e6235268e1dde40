"""What a customer may send."""

from decimal import Decimal

from rest_framework import serializers


class LineSerializer(serializers.Serializer):
    """One thing that is ordered."""

    name = serializers.CharField(max_length=80)
    quantity = serializers.IntegerField(min_value=1, max_value=100)
    price = serializers.DecimalField(max_digits=10, decimal_places=2, min_value=Decimal("0.01"))


class OrderSerializer(serializers.Serializer):
    """The whole order."""

    customer = serializers.CharField(max_length=80)
    wanted_on = serializers.DateField()
    lines = LineSerializer(many=True, allow_empty=False)
