"""A list of books in pages, narrowed by author and by a word of the title."""

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from library.models import Book


@require_safe
def list_books(request: HttpRequest) -> JsonResponse:
    """Return one page of what was asked for."""
    books = Book.objects.order_by("id")
    if author := request.GET.get("author"):
        books = books.filter(author=author)
    if word := request.GET.get("word"):
        books = books.filter(title__icontains=word)  # (1)!
    paginator = Paginator(books.values("id", "title", "author"), per_page=5)
    try:
        page = paginator.page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    return JsonResponse(
        {
            "items": list(page),
            "total": paginator.count,
            "page": page.number,
            "pages": paginator.num_pages,
        }
    )
