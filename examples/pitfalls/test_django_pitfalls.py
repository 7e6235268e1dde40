"""What the page about Django's pitfalls says happens, happens."""

import os
import runpy
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from probes.serving import Serve

HERE = Path(__file__).parent
SHOP_SETTINGS = HERE / "shop" / "settings.py"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "shop.settings", "PYTHONPATH": str(HERE)}
GUNICORN = (
    "-m", "gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}",
    "django.core.wsgi:get_wsgi_application()",
)  # fmt: skip
UVICORN = (
    "-m", "uvicorn", "--factory", "--lifespan=off", "--port={port}",
    "django.core.asgi:get_asgi_application",
)  # fmt: skip
BOOKS = 10


def manage(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "django", *words], env={**os.environ, **SETTINGS, **variables},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("shop") / "shop.sqlite3"
    assert manage("migrate", "--run-syncdb", DATABASE=str(file)).returncode == 0
    connection = sqlite3.connect(file)
    with connection:
        for number in range(1, BOOKS + 1):
            connection.execute(
                "INSERT INTO shop_author VALUES (?, ?, 'a@example.com')",
                (number, f"Author {number}"),
            )
            connection.execute(
                "INSERT INTO shop_book VALUES (?, ?, ?)", (number, f"Book {number}", number)
            )
    connection.close()
    return file


def rows(database: Path, sql: str) -> list:
    connection = sqlite3.connect(database)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


@pytest.fixture(scope="module")
def shop(database: Path) -> Iterator[httpx.Client]:
    serve = Serve(database.parent, [])
    with (
        serve.command(*GUNICORN, **SETTINGS, DATABASE=str(database)) as server,
        httpx.Client(base_url=server.url, timeout=30) as client,
    ):
        yield client


@pytest.fixture
def with_token(shop: httpx.Client) -> dict[str, str]:
    return {"X-CSRFToken": shop.get("/token").text}


def test_a_link_that_is_only_visited_deletes_a_book(shop, database):
    answer = shop.get("/wrong/books/10/delete")
    assert (answer.status_code, answer.text) == (200, "Deleted")
    assert rows(database, "SELECT * FROM shop_book WHERE id = 10") == []


def test_the_token_is_asked_of_a_post_but_not_of_a_get(shop):
    assert shop.post("/wrong/books/9/delete").status_code == 403
    assert shop.get("/wrong/books/99/delete").status_code == 404


def test_a_view_for_post_refuses_a_visit_and_asks_for_the_token(shop, with_token, database):
    assert shop.get("/right/books/9/delete").status_code == 405
    assert shop.post("/right/books/9/delete").status_code == 403
    assert shop.post("/right/books/9/delete", headers=with_token).text == "Deleted"
    assert rows(database, "SELECT * FROM shop_book WHERE id = 9") == []


BAD_AUTHOR = {"name": "x" * 100, "email": "nowhere"}


def test_create_stores_what_the_rules_of_the_model_forbid(shop, with_token, database):
    assert shop.post("/wrong/authors", data=BAD_AUTHOR, headers=with_token).status_code == 201
    assert rows(database, "SELECT length(name) FROM shop_author WHERE email = 'nowhere'") == [
        (100,)
    ]


def test_a_model_form_names_the_fields_that_break_the_rules(shop, with_token):
    refused = shop.post("/right/authors", data=BAD_AUTHOR, headers=with_token)
    assert refused.status_code == 400
    assert set(refused.json()) == {"name", "email"}


def test_a_model_form_stores_what_the_rules_allow(shop, with_token):
    good = {"name": "Ann", "email": "ann@example.com"}
    assert shop.post("/right/authors", data=good, headers=with_token).status_code == 201


def test_each_author_costs_a_query_unless_the_authors_are_joined(shop):
    wrong, right = shop.get("/wrong/books"), shop.get("/right/books")
    assert wrong.json() == right.json()
    assert int(wrong.headers["X-Queries"]) == 1 + len(wrong.json())
    assert right.headers["X-Queries"] == "1"


@pytest.mark.parametrize("command", [GUNICORN, UVICORN], ids=["gunicorn", "uvicorn"])
def test_a_query_in_an_async_view_must_be_awaited(serve, database, command):
    with serve.command(*command, **SETTINGS, DATABASE=str(database)) as server:
        assert httpx.get(f"{server.url}/wrong/titles", timeout=30).status_code == 500
        assert "SynchronousOnlyOperation" in server.log()
        answer = httpx.get(f"{server.url}/right/titles", timeout=30)
        assert answer.status_code == 200
        assert "Book 1" in answer.json()


OURS = {"SECRET_KEY", "INSTALLED_APPS", "MIDDLEWARE", "DATABASES", "ROOT_URLCONF"}
ELSEWHERE = {"BASE_DIR", "WSGI_APPLICATION"}  # they name the project's own folder and module


def test_the_settings_of_the_shop_are_those_of_a_new_project(tmp_path):
    made = [sys.executable, "-m", "django", "startproject", "config", str(tmp_path)]
    subprocess.run(made, check=True)
    new, shop = capitals(tmp_path / "config" / "settings.py"), capitals(SHOP_SETTINGS)
    assert new.keys() - ELSEWHERE == shop.keys()
    different = {name for name in shop if name not in OURS and shop[name] != new[name]}
    assert different == set()
    assert new["SECRET_KEY"].startswith("django-insecure-")
    assert shop["INSTALLED_APPS"] == [*new["INSTALLED_APPS"], "shop"]
    assert shop["MIDDLEWARE"] == [*new["MIDDLEWARE"], "shop.counting.count_queries"]


def capitals(file: Path) -> dict:
    """Return the settings of a file: its names in capital letters."""
    return {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}


WARNED_OF = (
    "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
    "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
)  # fmt: skip


def test_the_settings_of_a_new_project_have_an_error_and_warnings(asserted):
    said = manage("check", "--deploy")
    assert said.returncode == 1
    assert [name for name in WARNED_OF if name not in said.stderr] == []
    assert said.stderr.count("(mail.E") == asserted["deployment_errors"]
    assert said.stderr.count("(security.W") == asserted["deployment_warnings"]


@pytest.fixture
def with_mail(tmp_path: Path) -> dict[str, str]:
    """Return the variables for the shop's settings with a backend that sends mail."""
    backend = '{"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}}'
    text = f"from shop.settings import *\n\nMAILERS = {backend}\n"
    (tmp_path / "with_mail.py").write_text(text, encoding="utf-8")
    path = os.pathsep.join((str(HERE), str(tmp_path)))
    return {"DJANGO_SETTINGS_MODULE": "with_mail", "PYTHONPATH": path}


def test_once_mail_is_sent_the_warnings_alone_let_a_release_pass(with_mail, asserted):
    said = manage("check", "--deploy", **with_mail)
    assert said.returncode == 0
    assert said.stderr.count("(security.W") == asserted["deployment_warnings"]


def test_the_level_of_failure_makes_the_warnings_stop_a_release(with_mail):
    assert manage("check", "--deploy", "--fail-level=WARNING", **with_mail).returncode == 1


def test_the_settings_for_production_have_no_warning():
    said = manage(
        "check", "--deploy", "--fail-level=WARNING",
        DJANGO_SETTINGS_MODULE="shop.settings_production",
        SECRET_KEY="only-for-this-test-but-long-enough-for-the-check-of-django-1",
        ALLOWED_HOSTS="shop.example",
        MAIL_HOST="mail.example",
    )  # fmt: skip
    assert (said.returncode, said.stdout) == (
        0, "System check identified no issues (2 silenced).\n"
    )  # fmt: skip
