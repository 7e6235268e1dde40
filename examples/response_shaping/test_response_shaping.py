"""The public sees what it should of a member, in the shape that was promised."""

# The day the member joined, as each framework's own JSON writes a date.
JOINED = {
    "fastapi": "2026-01-31",
    "flask": "Sat, 31 Jan 2026 00:00:00 GMT",
    "django": "2026-01-31",
}
# Member 2 has no day of joining, although the answer promises one.
BROKEN_RECORD = {"fastapi": 500, "flask": 200, "django": 200}


def test_only_the_public_fields_are_shown(client):
    member = client.get("/members/1").json()
    assert set(member) == {"id", "name", "joined", "fee", "initials"}


def test_the_password_hash_is_in_no_answer(client):
    # Uvicorn closes the connection after a crash, so the crash comes last.
    for path in ("/members/1", "/members.csv", "/members/2"):
        assert "argon2" not in client.get(path).text


def test_a_field_is_computed(client):
    assert client.get("/members/1").json()["initials"] == "AL"


def test_a_price_stays_exact(client):
    assert client.get("/members/1").json()["fee"] == "12.50"


def test_a_date_has_the_format_of_the_framework(client, server):
    assert client.get("/members/1").json()["joined"] == JOINED[server.framework]


def test_the_answer_may_be_kept_for_a_minute(client):
    assert client.get("/members/1").headers["cache-control"] == "max-age=60"


def test_a_record_that_breaks_the_promise(client, server):
    assert client.get("/members/2").status_code == BROKEN_RECORD[server.framework]


def test_an_unknown_member_is_not_found(client):
    assert client.get("/members/3").status_code == 404


def test_a_spreadsheet_gets_a_file(client):
    answer = client.get("/members.csv")
    assert answer.headers["content-type"].split(";")[0] == "text/csv"
    assert answer.headers["content-disposition"] == 'attachment; filename="members.csv"'
    assert answer.text.splitlines() == ["id,name", "1,Ada Lovelace", "2,Alan Turing"]
