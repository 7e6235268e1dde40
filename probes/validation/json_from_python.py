"""Return a dict, a list and a dataclass from a view."""


def fastapi() -> str:
    """Return a dict, a list and a dataclass from FastAPI routes."""
    from dataclasses import dataclass
    from typing import Any

    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    @dataclass
    class Item:
        name: str

    values = {"dict": {"name": "pen"}, "list": ["pen"], "dataclass": Item("pen")}
    app = FastAPI()

    @app.get("/{kind}")
    def show(kind: str) -> Any:
        return values[kind]

    client = TestClient(app)
    return "; ".join(f"{kind} {client.get(f'/{kind}').status_code}" for kind in values)


def flask() -> str:
    """Return a dict, a list and a dataclass from Flask views, and the dataclass with jsonify."""
    from dataclasses import dataclass

    from flask import Flask, jsonify

    @dataclass
    class Item:
        name: str

    app = Flask(__name__)
    app.logger.disabled = True
    app.add_url_rule("/dict", "dict", lambda: {"name": "pen"})
    app.add_url_rule("/list", "list", lambda: ["pen"])
    app.add_url_rule("/dataclass", "dataclass", lambda: Item("pen"))
    app.add_url_rule("/jsonify", "jsonify", lambda: jsonify(Item("pen")))
    kinds = ("dict", "list", "dataclass", "jsonify")
    client = app.test_client()
    seen = {kind: client.get(f"/{kind}").status_code for kind in kinds}
    return (
        f"dict {seen['dict']}; list {seen['list']}; dataclass {seen['dataclass']}, "
        f"with jsonify() {seen['jsonify']}"
    )


def django() -> str:
    """Give a dict, a list and a dataclass to Django's JsonResponse."""
    from dataclasses import dataclass

    import django
    from django.conf import settings
    from django.http import JsonResponse

    @dataclass
    class Item:
        name: str

    settings.configure()
    django.setup()

    def answer(value: object, safe: bool = True) -> str:
        try:
            return str(JsonResponse(value, safe=safe).status_code)
        except TypeError as error:
            return type(error).__name__

    return (
        f"dict {answer({'name': 'pen'})}; list {answer(['pen'])}, "
        f"with safe=False {answer(['pen'], safe=False)}; "
        f"dataclass {answer(Item('pen'), safe=False)}"
    )
