"""Django: validated bodies, one row by ORM, a page from two engines. URLs and views in one file."""

from datetime import date

from common import ROWS
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from ninja import NinjaAPI, Schema
from pydantic import Field
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.response import Response
from shop.models import Book


class LineSerializer(serializers.Serializer):
    name = serializers.CharField(min_length=1, max_length=80)
    quantity = serializers.IntegerField(min_value=1, max_value=100)
    cents = serializers.IntegerField(min_value=1)


class OrderSerializer(serializers.Serializer):
    customer = serializers.CharField(min_length=1, max_length=80)
    wanted_on = serializers.DateField()
    lines = LineSerializer(many=True, allow_empty=False)


class ReceiptSerializer(serializers.Serializer):
    customer = serializers.CharField()
    wanted_on = serializers.DateField()
    total = serializers.IntegerField()


@api_view(["POST"])
def order_with_drf(request):
    serializer = OrderSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    order = serializer.validated_data
    total = sum(line["quantity"] * line["cents"] for line in order["lines"])
    return Response(ReceiptSerializer({**order, "total": total}).data)


class Line(Schema):
    name: str = Field(min_length=1, max_length=80)
    quantity: int = Field(ge=1, le=100)
    cents: int = Field(ge=1)


class Order(Schema):
    customer: str = Field(min_length=1, max_length=80)
    wanted_on: date
    lines: list[Line] = Field(min_length=1)


class Receipt(Schema):
    customer: str
    wanted_on: date
    total: int


api = NinjaAPI()


@api.post("/orders", response=Receipt)
def order_with_ninja(request, order: Order):
    total = sum(line.quantity * line.cents for line in order.lines)
    return {"customer": order.customer, "wanted_on": order.wanted_on, "total": total}


def book(request, book_id):
    found = get_object_or_404(Book, pk=book_id)
    return JsonResponse(
        {"id": found.id, "title": found.title, "author": found.author, "pages": found.pages}
    )


def page(request):
    return render(request, "books.html", {"books": ROWS}, using="django")


def page_with_jinja(request):
    return render(request, "books.html", {"books": ROWS}, using="jinja")


urlpatterns = [
    path("drf/orders", order_with_drf),
    path("ninja/", api.urls),
    path("books/<int:book_id>", book),
    path("page", page),
    path("page-jinja", page_with_jinja),
]
