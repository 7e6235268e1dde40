"""Put the features of a shop together; each is a package of its own."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from fastapi_app.catalog.routes import router as catalog
from fastapi_app.errors import NotFoundError
from fastapi_app.pricing.routes import router as pricing
from fastapi_app.shipping.routes import router as shipping

app = FastAPI()
app.include_router(catalog)  # (1)!
app.include_router(pricing)
app.include_router(shipping)


@app.exception_handler(NotFoundError)
def answer_not_found(request: Request, error: NotFoundError) -> JSONResponse:
    """Say what is missing, in the same form for all features."""
    return JSONResponse({"error": str(error)}, 404)
