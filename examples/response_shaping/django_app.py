"""Show members to the public: only some fields, some of them computed, as JSON or CSV."""

import csv
import os
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


@dataclass
class Member:
    """A member as it is stored."""

    id: int
    name: str
    joined: date | None
    fee: Decimal
    password_hash: str = "argon2$not-for-the-public"


MEMBERS = {
    1: Member(1, "Ada Lovelace", date(2026, 1, 31), Decimal("12.50")),
    2: Member(2, "Alan Turing", None, Decimal("9.00")),
}


def public(member: Member) -> dict[str, Any]:
    """Return what the public sees of a member."""
    return {
        "id": member.id,
        "name": member.name,
        "joined": member.joined,
        "fee": member.fee,
        "initials": "".join(word[0] for word in member.name.split()),
    }


@require_safe
@cache_control(max_age=60)
def show_member(request: HttpRequest, member_id: int) -> JsonResponse:
    """Show one member."""
    if member_id not in MEMBERS:
        raise Http404
    return JsonResponse(public(MEMBERS[member_id]))  # (1)!


@require_safe
def download_members(request: HttpRequest) -> HttpResponse:
    """Give all members to a spreadsheet."""
    headers = {"Content-Disposition": 'attachment; filename="members.csv"'}
    response = HttpResponse(content_type="text/csv", headers=headers)
    writer = csv.writer(response)
    writer.writerow(["id", "name"])
    writer.writerows([member.id, member.name] for member in MEMBERS.values())
    return response


urlpatterns = [
    path("members/<int:member_id>", show_member),
    path("members.csv", download_members),
]

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
