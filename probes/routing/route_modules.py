"""Write a group of routes once and put it under two prefixes."""


def fastapi() -> str:
    """Include one APIRouter under /de and /en, then add a route to it and call that too."""
    from fastapi import APIRouter, FastAPI
    from fastapi.testclient import TestClient

    shop = APIRouter()

    @shop.get("/list")
    def products() -> str:
        return "products"

    app = FastAPI()
    app.include_router(shop, prefix="/de")
    app.include_router(shop, prefix="/en")

    @shop.get("/late")
    def late() -> str:
        return "declared after include_router"

    client = TestClient(app)
    paths = ("/de/list", "/en/list", "/en/late")
    return "; ".join(f"{path} {client.get(path).status_code}" for path in paths)


def flask() -> str:
    """Register one Blueprint under /de and /en, then try to add a route to it."""
    from flask import Blueprint, Flask

    shop = Blueprint("shop", __name__)

    @shop.get("/list")
    def products() -> str:
        return "products"

    app = Flask(__name__)
    app.register_blueprint(shop, url_prefix="/de", name="de")
    app.register_blueprint(shop, url_prefix="/en", name="en")
    try:
        shop.add_url_rule("/late", view_func=products)
        late = "accepted"
    except AssertionError as error:
        late = type(error).__name__
    client = app.test_client()
    paths = ("/de/list", "/en/list")
    seen = "; ".join(f"{path} {client.get(path).status_code}" for path in paths)
    return f"{seen}; a route added later: {late}"


def django() -> str:
    """Include one list of paths under de/ and en/, each with its own namespace."""
    import django
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import include, path

    def products(request: HttpRequest) -> HttpResponse:
        return HttpResponse("products")

    shop = ([path("list", products, name="list")], "shop")
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        ROOT_URLCONF=(
            path("de/", include(shop, namespace="de")),
            path("en/", include(shop, namespace="en")),
        ),
    )
    django.setup()
    addresses = ("/de/list", "/en/list")
    return "; ".join(f"{address} {Client().get(address).status_code}" for address in addresses)
