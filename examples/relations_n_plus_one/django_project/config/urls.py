"""The addresses of the project."""

from django.urls import path
from library import views

urlpatterns = [
    path("trap", views.trap),
    path("cure", views.cure),
    path("guard", views.guard),
]
