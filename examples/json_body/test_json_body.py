"""An order is understood field by field, and each field that does not fit is named."""

import pytest

REFUSED = {"fastapi": 422, "flask": 422, "django": 400}
BROKEN_JSON = {"fastapi": 422, "flask": 400, "django": 400}
NOT_JSON = {"fastapi": 422, "flask": 415, "django": 415}
# Whether the text "2" is taken for the number 2.
TEXT_AS_NUMBER = {"fastapi": 201, "flask": 201, "django": 201}

LINE = {"name": "Tea", "quantity": 2, "price": "3.50"}
ORDER = {"customer": "Ada", "wanted_on": "2026-12-01", "lines": [LINE]}


def test_an_order_gets_a_receipt(client):
    answer = client.post("/orders", json=ORDER)
    assert answer.status_code == 201
    receipt = answer.json()
    assert receipt["customer"] == "Ada"
    assert receipt["wanted_on"] == "2026-12-01"
    assert float(receipt["total"]) == 7.0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"customer": ""}, "customer"),
        ({"wanted_on": "soon"}, "wanted_on"),
        ({"lines": []}, "lines"),
        ({"lines": [{**LINE, "quantity": 0}]}, "quantity"),
        ({"lines": [{**LINE, "price": "0.001"}]}, "price"),
    ],
)
def test_a_field_that_does_not_fit_is_named(client, server, change, field):
    answer = client.post("/orders", json={**ORDER, **change})
    assert answer.status_code == REFUSED[server.framework]
    assert field in answer.text


def test_all_faults_are_named_at_once(client):
    answer = client.post("/orders", json={"wanted_on": "soon"})
    assert all(field in answer.text for field in ("customer", "wanted_on", "lines"))


def test_a_number_sent_as_text_is_converted(client, server):
    answer = client.post("/orders", json={**ORDER, "lines": [{**LINE, "quantity": "2"}]})
    assert answer.status_code == TEXT_AS_NUMBER[server.framework]


def test_broken_json_is_refused(client, server):
    headers = {"content-type": "application/json"}
    answer = client.post("/orders", content=b'{"customer": ', headers=headers)
    assert answer.status_code == BROKEN_JSON[server.framework]


def test_a_body_of_another_type_is_refused(client, server):
    answer = client.post("/orders", content=b"customer=Ada", headers={"content-type": "text/plain"})
    assert answer.status_code == NOT_JSON[server.framework]
