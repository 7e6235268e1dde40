"""The addresses of shipping."""

from django.urls import path

from shipping import views

app_name = "shipping"
urlpatterns = [path("<slug:country>/<slug:product_id>", views.show_fee, name="fee")]
