"""The addresses of the project."""

from django.urls import path
from library.views import list_books

urlpatterns = [path("books", list_books)]
