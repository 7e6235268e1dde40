"""The addresses of the catalog."""

from django.urls import path

from catalog import views

app_name = "catalog"
urlpatterns = [
    path("", views.list_products, name="list"),
    path("/<slug:product_id>", views.show_product, name="product"),
]
