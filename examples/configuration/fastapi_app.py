"""Read settings with their types from the environment, and never show the secret one."""

import hashlib
import hmac
from functools import cache
from typing import Annotated

from fastapi import Depends, FastAPI
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What differs from one installation to the next."""

    model_config = SettingsConfigDict(env_prefix="SHOP_")

    title: str = "Corner shop"
    page_size: int = Field(default=20, ge=1, le=100)
    beta: bool = False
    signing_key: SecretStr


@cache
def get_settings() -> Settings:
    """Read the environment once; tests override this function."""
    return Settings()


get_settings()  # (1)!
app = FastAPI()


@app.get("/settings")
def show_settings(settings: Annotated[Settings, Depends(get_settings)]) -> dict[str, str | int]:
    """Show what is no secret."""
    return settings.model_dump(include={"title", "page_size", "beta"})


@app.get("/sign/{text}")
def sign(text: str, settings: Annotated[Settings, Depends(get_settings)]) -> str:
    """Use the secret without showing it."""
    key = settings.signing_key.get_secret_value()
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()
