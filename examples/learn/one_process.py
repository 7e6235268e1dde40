"""A Flask site and a FastAPI service in one process, each under its own path."""

from a2wsgi import WSGIMiddleware
from fastapi import FastAPI
from flask import Flask

site = Flask(__name__)
service = FastAPI()


@site.get("/")
def home():
    return "<h1>Welcome</h1>"


@service.get("/api/price")
def price() -> dict[str, int]:
    return {"price": 7}


service.mount("/site", WSGIMiddleware(site))
