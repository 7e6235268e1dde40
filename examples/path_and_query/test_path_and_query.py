"""A search arrives with its types, and what does not fit them is refused."""

import pytest

WRONG_PATH = {"fastapi": 422, "flask": 404, "django": 404}
WRONG_QUERY = {"fastapi": 422, "flask": 400, "django": 400}
# How many of two wrong values one answer names.
FAULTS_NAMED = {"fastapi": 2, "flask": 1, "django": 2}


def test_a_search_has_defaults(client):
    assert client.get("/flights/OSL/2026-11-22").json() == {
        "airport": "OSL",
        "weekday": 7,
        "limit": 10,
        "order": "time",
        "via": [],
    }


def test_a_search_takes_numbers_choices_and_repeated_values(client):
    query = {"limit": "3", "order": "price", "via": ["CPH", "AMS"]}
    found = client.get("/flights/OSL/2026-11-23", params=query).json()
    assert found == {
        "airport": "OSL",
        "weekday": 1,
        "limit": 3,
        "order": "price",
        "via": ["CPH", "AMS"],
    }


@pytest.mark.parametrize("path", ["oslo/2026-11-22", "OSL/today", "OSL/2026-02-30"])
def test_a_path_that_does_not_fit_is_refused(client, server, path):
    assert client.get(f"/flights/{path}").status_code == WRONG_PATH[server.framework]


@pytest.mark.parametrize(
    "query", [{"limit": "0"}, {"limit": "51"}, {"limit": "many"}, {"order": "luck"}]
)
def test_a_query_that_does_not_fit_is_refused(client, server, query):
    answer = client.get("/flights/OSL/2026-11-22", params=query)
    assert answer.status_code == WRONG_QUERY[server.framework]


def test_the_answer_names_the_faults(client, server):
    answer = client.get("/flights/OSL/2026-11-22", params={"limit": "0", "order": "luck"})
    named = sum(name in answer.text for name in ("limit", "order"))
    assert named == FAULTS_NAMED[server.framework]
