"""A token opens the door until it expires, and not one changed character longer."""

import base64
import json
import time

import pytest

ENVIRONMENT = {"ADA_PASSWORD": "correct horse battery"}
FASTER = {"TOKEN_SECONDS": "3"}
SETUP = {
    "django": [
        ["{topic}/django_project/manage.py", "migrate"],
        [
            "{topic}/django_project/manage.py",
            "shell",
            "--command",
            "import os; from django.contrib.auth.models import User; "
            "User.objects.create_user('ada', password=os.environ['ADA_PASSWORD'])",
        ],
    ]
}

TOKEN_FIELD = {"fastapi": "access_token", "flask": "access_token", "django": "access"}
FORGED = {"fastapi": 401, "flask": 422, "django": 401}
WITHOUT_FIELDS = {"fastapi": 422, "flask": 400, "django": 400}


@pytest.fixture
def log_in(client, server):
    """Return a function that exchanges a password for a token."""

    def token(password: str = ENVIRONMENT["ADA_PASSWORD"]) -> str:
        answer = client.post("/token", data={"username": "ada", "password": password})
        return answer.raise_for_status().json()[TOKEN_FIELD[server.framework]]

    return token


def ask(client, token: str) -> int:
    return client.get("/me", headers={"Authorization": f"Bearer {token}"}).status_code


def encoded(claims: dict) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")


def decoded(part: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_a_token_names_its_user(client, log_in):
    answer = client.get("/me", headers={"Authorization": f"Bearer {log_in()}"})
    assert answer.json() == {"name": "ada"}


@pytest.mark.parametrize(("name", "password"), [("ada", "a guess"), ("eve", "a guess")])
def test_a_wrong_password_gets_no_token(client, name, password):
    form = {"username": name, "password": password}
    assert client.post("/token", data=form).status_code == 401


def test_a_form_without_a_password_gets_no_token(client, server):
    answer = client.post("/token", data={"username": "ada"})
    assert answer.status_code == WITHOUT_FIELDS[server.framework]


def test_no_token_is_refused(client):
    assert client.get("/me").status_code == 401


def test_an_expired_token_is_refused(client, log_in):
    token = log_in()
    time.sleep(int(FASTER["TOKEN_SECONDS"]) + 1)
    assert ask(client, token) == 401


def test_a_token_with_changed_claims_is_refused(client, log_in, server):
    header, claims, signature = log_in().split(".")
    later = encoded({**decoded(claims), "exp": int(time.time()) + 3600})
    assert ask(client, f"{header}.{later}.{signature}") == FORGED[server.framework]


def test_a_token_that_claims_to_need_no_signature_is_refused(client, log_in, server):
    claims = log_in().split(".")[1]
    unsigned = encoded({"alg": "none", "typ": "JWT"})
    assert ask(client, f"{unsigned}.{claims}.") == FORGED[server.framework]
