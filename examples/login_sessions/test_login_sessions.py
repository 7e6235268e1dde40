"""The right password opens the protected page until the visitor signs out; nothing else does."""

import re

import httpx

ENVIRONMENT = {"NEW_PASSWORD": "wonderland-7", "DJANGO_SUPERUSER_PASSWORD": "wonderland-7"}
SETUP = {
    "fastapi": [["{topic}/fastapi_app.py", "ada"]],
    "flask": [["-m", "flask", "--app", "{topic}/flask_app.py", "add-user", "ada"]],
    "django": [
        ["{topic}/django_project/manage.py", "migrate"],
        [
            "{topic}/django_project/manage.py", "createsuperuser", "--no-input",
            "--username=ada", "--email=ada@example.org",
        ],
    ],
}  # fmt: skip
WITHOUT_TOKEN = {"fastapi": 403, "flask": 400, "django": 403}
WRONG_PASSWORD = {"fastapi": 422, "flask": 422, "django": 200}
COPY_AFTER_LOGOUT = {"fastapi": 200, "flask": 200, "django": 302}


def send(client, page, target, **fields):
    """Open a page like a browser and send its form with the token."""
    hidden = re.search(r'<input[^>]*type="hidden"[^>]*>', client.get(page).text)[0]
    name, value = (re.search(f'{key}="([^"]*)"', hidden)[1] for key in ("name", "value"))
    return client.post(target, data={name: value, **fields})


def sign_in(client, password="wonderland-7", username="ada"):
    return send(client, "/login", "/login", username=username, password=password)


def test_without_signing_in_the_protected_page_leads_to_the_login(client):
    answer = client.get("/account")
    assert answer.status_code in (302, 303)
    assert answer.headers["location"].startswith("/login")


def test_the_right_password_opens_the_protected_page(client):
    assert sign_in(client).headers["location"] == "/account"
    assert "Hello, ada" in client.get("/account").text


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, server):
    wrong = sign_in(client, password="guess")
    unknown = sign_in(client, username="eve")
    assert wrong.status_code == unknown.status_code == WRONG_PASSWORD[server.framework]
    assert "<form" in wrong.text
    assert client.get("/account").status_code in (302, 303)


def test_a_login_without_a_token_is_refused(client, server):
    client.get("/login")
    answer = client.post("/login", data={"username": "ada", "password": "wonderland-7"})
    assert answer.status_code == WITHOUT_TOKEN[server.framework]


def test_a_logout_without_a_token_is_refused(client, server):
    sign_in(client)
    assert client.post("/logout").status_code == WITHOUT_TOKEN[server.framework]
    assert client.get("/account").status_code == 200


def test_after_signing_out_the_page_is_closed(client):
    sign_in(client)
    assert send(client, "/account", "/logout").status_code in (302, 303)
    assert client.get("/account").status_code in (302, 303)


def test_the_cookie_is_out_of_reach_of_scripts_and_foreign_forms(client):
    cookies = [line.lower() for line in sign_in(client).headers.get_list("set-cookie")]
    session = next(line for line in cookies if line.startswith("session"))
    assert "httponly" in session
    assert "samesite=lax" in session


def test_a_copy_of_the_cookie_survives_the_logout_where_the_cookie_is_the_session(client, server):
    sign_in(client)
    copy = dict(client.cookies)
    send(client, "/account", "/logout")
    stolen = httpx.get(f"{server.url}/account", cookies=copy)
    assert stolen.status_code == COPY_AFTER_LOGOUT[server.framework]
