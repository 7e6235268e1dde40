"""Greet by name."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path


def hello(request, name):
    return JsonResponse({"message": f"Hello, {name}"})


urlpatterns = [path("hello/<str:name>", hello)]

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1", "localhost"])
application = get_wsgi_application()
