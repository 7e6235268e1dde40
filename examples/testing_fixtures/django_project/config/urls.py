"""The addresses of the project."""

from django.urls import path
from notes import views

urlpatterns = [path("notes", views.notes), path("notes/<int:note_id>", views.read_note)]
