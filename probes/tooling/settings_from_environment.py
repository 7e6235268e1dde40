"""Put a number into the environment, read it as a setting, and then leave one out."""


def fastapi() -> str:
    """Read two settings with pydantic-settings, one of them missing."""
    import os
    from typing import Annotated

    from fastapi import Depends, FastAPI
    from fastapi.testclient import TestClient
    from pydantic import ValidationError
    from pydantic_settings import BaseSettings

    class Limits(BaseSettings):
        shop_limit: int

    class Owner(BaseSettings):
        shop_owner: str

    def limits() -> Limits:
        return Limits()

    os.environ["SHOP_LIMIT"] = "50"
    app = FastAPI()

    @app.get("/")
    def show(limits: Annotated[Limits, Depends(limits)]) -> str:
        return type(limits.shop_limit).__name__

    kind = TestClient(app).get("/").json()
    try:
        Owner()
    except ValidationError as error:
        missing = type(error).__name__
    return f"pydantic-settings: {kind}; missing: {missing}"


def flask() -> str:
    """Read two settings with from_prefixed_env(), one of them missing."""
    import os

    from flask import Flask

    os.environ["FLASK_SHOP_LIMIT"] = "50"
    app = Flask(__name__)
    app.config.from_prefixed_env()
    kind = type(app.config["SHOP_LIMIT"]).__name__
    try:
        app.config["SHOP_OWNER"]
    except KeyError as error:
        missing = type(error).__name__
    return f"{kind}; missing: {missing}"


def django() -> str:
    """Read two settings with django-environ, one of them missing, beside plain os.environ."""
    import os

    import environ
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    os.environ["SHOP_LIMIT"] = "50"
    env = environ.Env()
    settings.configure(PLAIN=os.environ["SHOP_LIMIT"], TYPED=env.int("SHOP_LIMIT"))
    try:
        env.str("SHOP_OWNER")
    except ImproperlyConfigured as error:
        missing = type(error).__name__
    kinds = f"{type(settings.PLAIN).__name__}; django-environ: {type(settings.TYPED).__name__}"
    return f"{kinds}, missing: {missing}"
