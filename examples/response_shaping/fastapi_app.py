"""Show members to the public: only some fields, some of them computed, as JSON or CSV."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fastapi import FastAPI, HTTPException, Response
from pydantic import BaseModel, ConfigDict, computed_field

app = FastAPI()


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


class PublicMember(BaseModel):
    """What the public sees of a member."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    joined: date
    fee: Decimal

    @computed_field
    def initials(self) -> str:
        """Return the first letters of the names."""
        return "".join(word[0] for word in self.name.split())


@app.get("/members/{member_id}", response_model=PublicMember)  # (1)!
def show_member(member_id: int, response: Response) -> Member:
    """Show one member."""
    if member_id not in MEMBERS:
        raise HTTPException(404)
    response.headers["Cache-Control"] = "max-age=60"
    return MEMBERS[member_id]


@app.get("/members.csv")
def download_members() -> Response:
    """Give all members to a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["id", "name"])
    writer.writerows([member.id, member.name] for member in MEMBERS.values())
    headers = {"Content-Disposition": 'attachment; filename="members.csv"'}
    return Response(text.getvalue(), media_type="text/csv", headers=headers)
