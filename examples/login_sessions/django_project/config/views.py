"""Sign in with a password, stay signed in by a session, see a protected page, sign out."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Greet who is signed in."""
    return render(request, "account.html")
