"""The same route in two applications: one tells the world about it, one does not."""

import os

from fastapi import FastAPI

# --8<-- [start:wrong]
app = FastAPI()


@app.delete("/internal/cache")
def empty_cache() -> str:
    """Empty the cache of all customers."""
    return "emptied"


# --8<-- [end:wrong]
# --8<-- [start:right]
quiet = FastAPI(openapi_url=os.environ.get("OPENAPI_URL"))


@quiet.delete("/internal/cache")
def empty_cache_quietly() -> str:
    """Empty the cache of all customers."""
    return "emptied"


# --8<-- [end:right]
