"""Ask a Strawberry schema for one field through the framework's own test client."""


def fastapi() -> str:
    """Mount Strawberry's router in a FastAPI application and send a query."""
    import strawberry
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from strawberry.fastapi import GraphQLRouter

    @strawberry.type
    class Query:
        @strawberry.field
        def hello(self) -> str:
            return "world"

    app = FastAPI()
    app.include_router(GraphQLRouter(strawberry.Schema(Query)), prefix="/graphql")
    answer = TestClient(app).post("/graphql", json={"query": "{ hello }"})
    return f"Strawberry {answer.status_code}, {answer.json()['data']}"


def flask() -> str:
    """Register Strawberry's view in a Flask application and send a query."""
    import strawberry
    from flask import Flask
    from strawberry.flask.views import GraphQLView

    @strawberry.type
    class Query:
        @strawberry.field
        def hello(self) -> str:
            return "world"

    app = Flask(__name__)
    view = GraphQLView.as_view("graphql", schema=strawberry.Schema(Query))
    app.add_url_rule("/graphql", view_func=view)
    answer = app.test_client().post("/graphql", json={"query": "{ hello }"})
    return f"Strawberry {answer.status_code}, {answer.json['data']}"


def django() -> str:
    """Route to Strawberry's view in a Django application and send a query."""
    import django
    import strawberry
    from django.conf import settings
    from django.test import Client
    from django.urls import path
    from strawberry.django.views import GraphQLView

    @strawberry.type
    class Query:
        @strawberry.field
        def hello(self) -> str:
            return "world"

    view = GraphQLView.as_view(schema=strawberry.Schema(Query))
    settings.configure(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF=(path("graphql", view),))
    django.setup()
    answer = Client().post("/graphql", {"query": "{ hello }"}, "application/json")
    return f"Strawberry {answer.status_code}, {answer.json()['data']}"
