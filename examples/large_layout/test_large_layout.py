"""Three features under three prefixes work together and fail in the same form."""

import ast
from pathlib import Path

import pytest

BAD_QUERY = {"fastapi": 422, "flask": 400, "django": 400}
PACKAGE = {"fastapi": "fastapi_app", "flask": "flask_app", "django": "django_project"}
FEATURES = {"catalog", "pricing", "shipping"}


def imports(file: Path) -> set[str]:
    """Return the modules that a file imports from."""
    nodes = ast.walk(ast.parse(file.read_text()))
    return {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_the_catalog_lists_and_shows_products(client):
    products = client.get("/catalog").json()
    assert [product["id"] for product in products] == ["pen", "paper"]
    assert client.get("/catalog/pen").json() == {"id": "pen", "cents": 300, "grams": 20}


@pytest.mark.parametrize(("query", "cents"), [("", 300), ("?pieces=9", 2700), ("?pieces=10", 2700)])
def test_pricing_knows_the_catalog(client, query, cents):
    assert client.get(f"/pricing/pen{query}").json() == {"cents": cents}


def test_shipping_knows_the_catalog(client):
    assert client.get("/shipping/at/paper").json() == {"cents": 1200}


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/catalog/gold", "no product gold"),
        ("/pricing/gold", "no product gold"),
        ("/shipping/at/gold", "no product gold"),
        ("/shipping/aq/pen", "no shipping to aq"),
    ],
)
def test_what_is_missing_is_named_in_the_same_form_by_all_features(client, path, error):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json() == {"error": error}


@pytest.mark.parametrize("pieces", ["0", "-1", "many"])
def test_a_wrong_number_is_refused(client, server, pieces):
    answer = client.get("/pricing/pen", params={"pieces": pieces})
    assert answer.status_code == BAD_QUERY[server.framework]


@pytest.mark.parametrize("feature", sorted(FEATURES))
def test_a_feature_uses_of_another_only_its_service(server, feature):
    package = Path(__file__).parent / PACKAGE[server.framework]
    for file in (package / feature).glob("*.py"):
        for module in imports(file):
            names = module.split(".")
            if (FEATURES - {feature}) & set(names):
                assert names[-1] == "service", f"{file.name} imports {module}"
