"""Put the features of a shop together; each is an app of its own."""

from django.urls import include, path

urlpatterns = [
    path("catalog", include("catalog.urls")),
    path("pricing/", include("pricing.urls")),
    path("shipping/", include("shipping.urls")),
]
