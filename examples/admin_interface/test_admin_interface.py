"""An administrator lists, finds, adds and deletes products; nobody else gets past the login."""

import re

import pytest

ENVIRONMENT = {"ADMIN_PASSWORD": "wonderland-7", "DJANGO_SUPERUSER_PASSWORD": "wonderland-7"}
SETUP = {
    "flask": [["-m", "flask", "--app", "{topic}/flask_app.py", "init-db"]],
    "django": [
        ["{topic}/django_project/manage.py", "migrate"],
        [
            "{topic}/django_project/manage.py", "createsuperuser", "--no-input",
            "--username=admin", "--email=admin@example.org",
        ],
    ],
}  # fmt: skip
LOGIN = {"fastapi": "/admin/login", "flask": "/login", "django": "/admin/login/"}
LOGOUT = {"fastapi": "/admin/logout", "flask": "/logout"}
LIST = {
    "fastapi": "/admin/product/list",
    "flask": "/admin/product/",
    "django": "/admin/shop/product/",
}
ADD = {
    "fastapi": "/admin/product/create",
    "flask": "/admin/product/new/",
    "django": "/admin/shop/product/add/",
}
SEARCH = {"fastapi": "search", "flask": "search", "django": "q"}
WITHOUT_TOKEN = {"fastapi": 302, "flask": 400, "django": 403}
WRONG_FIELDS = {"fastapi": 400, "flask": 200, "django": 200}


class Browser:
    """Opens pages and sends their forms, with the token where there is one."""

    def __init__(self, client, framework):
        self.client = client
        self.framework = framework

    def send(self, addresses, **fields):
        address = addresses[self.framework]
        page = self.client.get(address).text
        hidden = re.findall(r'name="(csrf\w+)"[^>]*value="([^"]+)"', page)
        return self.client.post(address, data={**dict(hidden), **fields})

    def sign_in(self, password="wonderland-7"):
        return self.send(LOGIN, username="admin", password=password)

    def list(self, **query):
        return self.client.get(LIST[self.framework], params=query)

    def search(self, words):
        return self.list(**{SEARCH[self.framework]: words}).text


@pytest.fixture
def browser(client, server):
    return Browser(client, server.framework)


def test_a_stranger_is_led_to_the_login(browser, client):
    answer = browser.list()
    assert answer.status_code == 302
    assert LOGIN[browser.framework] in answer.headers["location"]
    assert client.post(ADD[browser.framework], data={"name": "Tea"}).status_code != 200


def test_a_wrong_password_stays_outside(browser):
    assert browser.sign_in("guess").status_code != 302
    assert browser.list().status_code == 302


def test_an_administrator_adds_a_product_and_sees_it_in_the_list(browser):
    browser.sign_in()
    assert browser.send(ADD, name="Darjeeling", price="7").status_code == 302
    assert "Darjeeling" in browser.list().text


def test_the_search_finds_one_of_two_products(browser):
    browser.sign_in()
    for name in ("Assam", "Ceylon"):
        browser.send(ADD, name=name, price="5")
    found = browser.search("assa")
    assert "Assam" in found
    assert "Ceylon" not in found


def test_a_product_without_a_number_as_price_is_not_stored(browser):
    browser.sign_in()
    answer = browser.send(ADD, name="Worthless", price="nothing")
    assert answer.status_code == WRONG_FIELDS[browser.framework]
    assert "Worthless" not in browser.list().text


def test_a_form_without_a_token_is_refused_where_the_admin_has_tokens(browser, client):
    browser.sign_in()
    fields = {"name": "Forged", "price": "1"}
    answer = client.post(ADD[browser.framework], data=fields)
    assert answer.status_code == WITHOUT_TOKEN[browser.framework]


def test_markup_in_a_name_is_escaped_in_the_list(browser):
    browser.sign_in()
    browser.send(ADD, name="<b id=bold>", price="1")
    assert "<b id=bold>" not in browser.list().text


def test_after_signing_out_the_list_is_closed(browser, client):
    browser.sign_in()
    if browser.framework == "django":
        token = re.search(r'name="(csrf\w+)"[^>]*value="([^"]+)"', browser.list().text)
        client.post("/admin/logout/", data={token[1]: token[2]})
    else:
        client.get(LOGOUT[browser.framework])
    assert browser.list().status_code == 302
