"""A file comes back as it was sent; what is too large, of the wrong kind or missing does not."""

import pytest

ENVIRONMENT = {"UPLOADS": "{folder}/uploads"}

WRONG_KIND = {"fastapi": 415, "flask": 415, "django": 400}
MISSING = {"fastapi": 422, "flask": 400, "django": 400}


def send(client, name: str, content: bytes):
    return client.post("/files", files={"file": (name, content)})


def test_an_uploaded_file_is_kept_and_comes_back(client):
    answer = send(client, "notes.txt", b"first\nsecond\n")
    assert answer.status_code == 201
    assert answer.json()["size"] == len(b"first\nsecond\n")
    again = client.get(answer.json()["url"])
    assert again.content == b"first\nsecond\n"
    assert again.headers["content-disposition"].startswith("attachment")


def test_two_files_of_one_name_do_not_overwrite_each_other(client):
    urls = [send(client, "same.txt", content).json()["url"] for content in (b"one", b"two")]
    assert [client.get(url).content for url in urls] == [b"one", b"two"]


def test_a_name_with_folders_in_it_stays_inside_the_uploads(client, server):
    answer = send(client, "../../outside.txt", b"text")
    assert answer.status_code == 201
    assert client.get(answer.json()["url"]).content == b"text"
    found = [path.parent.name for path in server.folder.parent.rglob("*.txt")]
    assert set(found) == {"uploads"}


def test_a_file_that_is_too_large_is_refused_and_not_kept(client, server):
    before = set((server.folder / "uploads").rglob("*"))
    assert send(client, "large.txt", bytes(300_000)).status_code == 413
    assert set((server.folder / "uploads").rglob("*")) == before


def test_a_file_of_another_kind_is_refused(client, server):
    answer = send(client, "program.exe", b"MZ")
    assert answer.status_code == WRONG_KIND[server.framework]


def test_a_form_without_a_file_is_refused(client, server):
    answer = client.post("/files", files={"other": ("notes.txt", b"text")})
    assert answer.status_code == MISSING[server.framework]


@pytest.mark.parametrize("name", ["absent.txt", "..%2Fsecret.csv"])
def test_what_was_not_uploaded_cannot_be_downloaded(client, server, name):
    (server.folder / "secret.csv").write_text("secret")
    assert client.get(f"/files/{name}").status_code == 404
