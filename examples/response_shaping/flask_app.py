"""Show members to the public: only some fields, some of them computed, as JSON or CSV."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask import Flask, Response, abort, jsonify

app = Flask(__name__)


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


@app.get("/members/<int:member_id>")
def show_member(member_id: int) -> Response:
    """Show one member."""
    if member_id not in MEMBERS:
        abort(404)
    response = jsonify(public(MEMBERS[member_id]))  # (1)!
    response.cache_control.max_age = 60
    return response


@app.get("/members.csv")
def download_members() -> Response:
    """Give all members to a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["id", "name"])
    writer.writerows([member.id, member.name] for member in MEMBERS.values())
    headers = {"Content-Disposition": 'attachment; filename="members.csv"'}
    return Response(text.getvalue(), mimetype="text/csv", headers=headers)
