"""A front end on another origin signs in, reads and writes; no other page does either.

The page of React in `front_end/` does the same in a browser: tests/test_other_origin_in_browser.py.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from probes.serving import Serve
from probes.zygote import Zygote

HERE = Path(__file__).parent
FRONT_END = "http://app.shop.localhost:8000"
NEIGHBOR = "http://blog.shop.localhost:8000"  # of the same site, so that it is sent the cookie
GUNICORN = ("-m", "gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}", "--threads=4")
COMMANDS = {
    "fastapi": ("-m", "uvicorn", "--port={port}", "fastapi_app:app"),
    "flask": (*GUNICORN, "flask_app:app"),
    "django": (*GUNICORN, "django_app:application"),
}
UNREADABLE = {"fastapi": 422, "flask": 400, "django": 400}
PREFLIGHT = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type",
}


class Page(httpx.Client):
    """What a script of one page can send: each call names the page's origin."""

    def __init__(self, framework: str, url: str, origin: str = FRONT_END) -> None:
        super().__init__(base_url=url, headers={"Origin": origin}, timeout=30)
        self.framework = framework

    def fetch_token(self) -> None:
        token = self.get("/session").json()["token"]
        self.headers.update({"X-CSRFToken": token} if token else {})

    def sign_in(self, password: str = "open sesame") -> int:
        self.fetch_token()
        return self.post("/session", data={"password": password}).status_code


@pytest.fixture(scope="module", params=list(COMMANDS))
def page(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    zygotes: Callable[[str], Zygote],
) -> Iterator[Callable[..., Page]]:
    serve = Serve(tmp_path_factory.mktemp(request.param), [], zygotes(request.param))
    environment = {
        "PYTHONPATH": str(HERE / "other_origin"),
        "FRONT_END": FRONT_END,
        "PASSWORD": "open sesame",
        "SECRET_KEY": "only-for-this-test",
    }
    with ExitStack() as opened:
        server = opened.enter_context(serve.forked(*COMMANDS[request.param], **environment))
        yield lambda *origin: opened.enter_context(Page(request.param, server.url, *origin))


def may_read(answer: httpx.Response, origin: str) -> bool:
    """Tell whether a browser shows the answer to a page that sent the visitor's cookie."""
    allowed = answer.headers.get("access-control-allow-origin")
    return allowed == origin and answer.headers["access-control-allow-credentials"] == "true"


def test_the_front_end_signs_in_reads_and_writes(page):
    front_end = page()
    assert front_end.sign_in() == 200
    before = front_end.get("/notes").json()
    added = front_end.post("/notes", json={"text": "Call Grace"})
    assert (added.status_code, added.json()) == (201, [*before, "Call Grace"])
    assert may_read(added, FRONT_END)


def test_a_browser_that_asks_first_is_told_who_may_call(page):
    assert may_read(page().options("/notes", headers=PREFLIGHT), FRONT_END)
    neighbor = page(NEIGHBOR)
    assert not may_read(neighbor.options("/notes", headers=PREFLIGHT), NEIGHBOR)


def test_another_page_may_not_read_what_the_cookie_opens(page):
    front_end, neighbor = page(), page(NEIGHBOR)
    front_end.sign_in()
    neighbor.cookies = front_end.cookies
    assert not may_read(neighbor.get("/notes"), NEIGHBOR)


def test_another_page_may_not_write_with_the_cookie(page):
    front_end, neighbor = page(), page(NEIGHBOR)
    front_end.sign_in()
    before = front_end.get("/notes").json()
    neighbor.cookies = front_end.cookies
    assert neighbor.post("/notes", json={"text": "Forged"}).status_code == 403
    assert neighbor.post("/notes", content=b'{"text": "Forged"}').status_code == 403
    assert front_end.get("/notes").json() == before


def test_a_page_without_a_session_is_refused_and_may_read_why(page):
    stranger = page()
    stranger.fetch_token()
    for answer in (stranger.get("/notes"), stranger.post("/notes", json={"text": "New"})):
        assert answer.status_code == 401
        assert may_read(answer, FRONT_END)


def test_a_wrong_password_opens_nothing(page):
    stranger = page()
    assert stranger.sign_in("open barley") == 403
    assert stranger.get("/notes").status_code == 401


def test_only_django_asks_for_a_token_from_the_front_end_too(page):
    front_end = page()
    front_end.sign_in()
    front_end.headers.pop("X-CSRFToken", None)
    expected = 403 if front_end.framework == "django" else 201
    assert front_end.post("/notes", json={"text": "Water plants"}).status_code == expected


@pytest.mark.parametrize("body", [b"{", b'{"text": ""}', b'{"note": "x"}'])
def test_a_note_that_is_none_is_refused(page, body: bytes):
    front_end = page()
    front_end.sign_in()
    answer = front_end.post("/notes", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == UNREADABLE[front_end.framework]


def test_the_session_stays_within_the_site_and_out_of_reach_of_scripts(page):
    front_end = page()
    front_end.fetch_token()
    answer = front_end.post("/session", data={"password": "open sesame"})
    [cookie] = [c for c in answer.headers.get_list("set-cookie") if c.startswith("session")]
    assert "samesite=lax" in cookie.lower()
    assert "httponly" in cookie.lower()
