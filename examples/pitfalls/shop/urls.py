"""The addresses of the shop."""

from django.urls import path

from shop import views

urlpatterns = [
    path("token", views.token),
    path("wrong/books/<int:number>/delete", views.delete_book),
    path("right/books/<int:number>/delete", views.delete_book_by_post),
    path("wrong/authors", views.add_author),
    path("right/authors", views.add_checked_author),
    path("wrong/titles", views.titles),
    path("right/titles", views.titles_awaited),
    path("wrong/books", views.books),
    path("right/books", views.books_joined),
]
