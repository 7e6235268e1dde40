"""Views that fall in, each followed by one that does not."""

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET, require_POST

from shop.models import Author, Book


@require_GET
def token(request: HttpRequest) -> HttpResponse:
    """Give out the token that forms carry."""
    return HttpResponse(get_token(request))


# --8<-- [start:delete-wrong]
def delete_book(request: HttpRequest, number: int) -> HttpResponse:
    """Delete a book."""
    get_object_or_404(Book, pk=number).delete()
    return HttpResponse("Deleted")


# --8<-- [end:delete-wrong]
# --8<-- [start:delete-right]
@require_POST
def delete_book_by_post(request: HttpRequest, number: int) -> HttpResponse:
    """Delete a book, if the request is a POST."""
    get_object_or_404(Book, pk=number).delete()
    return HttpResponse("Deleted")


# --8<-- [end:delete-right]
# --8<-- [start:create-wrong]
@require_POST
def add_author(request: HttpRequest) -> HttpResponse:
    """Store what was sent."""
    author = Author.objects.create(name=request.POST["name"], email=request.POST["email"])
    return HttpResponse(author.pk, status=201)


# --8<-- [end:create-wrong]
# --8<-- [start:create-right]
class AuthorForm(forms.ModelForm):
    """What may be sent, by the rules of the model."""

    class Meta:
        model = Author
        fields = ("name", "email")


@require_POST
def add_checked_author(request: HttpRequest) -> HttpResponse:
    """Store what was sent, if the model's rules allow it."""
    form = AuthorForm(request.POST)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    return HttpResponse(form.save().pk, status=201)


# --8<-- [end:create-right]
# --8<-- [start:async-wrong]
async def titles(request: HttpRequest) -> JsonResponse:
    """List the titles by a loop that waits without `await`."""
    return JsonResponse([book.title for book in Book.objects.all()], safe=False)


# --8<-- [end:async-wrong]
# --8<-- [start:async-right]
async def titles_awaited(request: HttpRequest) -> JsonResponse:
    """List the titles by a loop that awaits."""
    return JsonResponse([book.title async for book in Book.objects.all()], safe=False)


# --8<-- [end:async-right]
# --8<-- [start:list-wrong]
@require_GET
def books(request: HttpRequest) -> JsonResponse:
    """List the books with their authors."""
    found = Book.objects.order_by("pk")
    return JsonResponse([[book.title, book.author.name] for book in found], safe=False)


# --8<-- [end:list-wrong]
# --8<-- [start:list-right]
@require_GET
def books_joined(request: HttpRequest) -> JsonResponse:
    """List the books with their authors, which come with the same statement."""
    found = Book.objects.order_by("pk").select_related("author")
    return JsonResponse([[book.title, book.author.name] for book in found], safe=False)


# --8<-- [end:list-right]
