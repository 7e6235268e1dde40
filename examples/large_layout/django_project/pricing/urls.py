"""The addresses of the prices."""

from django.urls import path

from pricing import views

app_name = "pricing"
urlpatterns = [path("<slug:product_id>", views.show_price, name="price")]
