"""Refuse a booking that ends before it starts with a rule over two fields."""


def fastapi() -> str:
    """Post a booking that ends before it starts to a FastAPI route with a model validator."""
    from typing import Self

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel, model_validator

    class Booking(BaseModel):
        start: int
        end: int

        @model_validator(mode="after")
        def ends_after_its_start(self) -> Self:
            if self.end < self.start:
                raise ValueError("end before start")
            return self

    app = FastAPI()

    @app.post("/")
    def save(booking: Booking) -> Booking:
        return booking

    return str(TestClient(app).post("/", json={"start": 5, "end": 3}).status_code)


def flask() -> str:
    """Post a booking that ends before it starts to a Flask view with a marshmallow schema."""
    from flask import Flask
    from flask_smorest import Api, Blueprint
    from marshmallow import Schema, ValidationError, fields, validates_schema

    class Booking(Schema):
        start = fields.Integer()
        end = fields.Integer()

        @validates_schema
        def ends_after_its_start(self, data: dict, **options: object) -> None:
            if data["end"] < data["start"]:
                raise ValidationError("end before start")

    app = Flask(__name__)
    app.config.update(API_TITLE="Bookings", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    bookings = Blueprint("bookings", __name__)

    @bookings.post("/")
    @bookings.arguments(Booking)
    def save(booking: dict) -> dict:
        return booking

    Api(app).register_blueprint(bookings)
    response = app.test_client().post("/", json={"start": 5, "end": 3})
    return f"with flask-smorest {response.status_code}"


def django() -> str:
    """Give a booking that ends before it starts to a Django form with a clean() method."""
    import django
    from django import forms
    from django.conf import settings

    settings.configure()
    django.setup()

    class Booking(forms.Form):
        start = forms.IntegerField()
        end = forms.IntegerField()

        def clean(self) -> None:
            if self.cleaned_data["end"] < self.cleaned_data["start"]:
                raise forms.ValidationError("end before start")

    form = Booking({"start": "5", "end": "3"})
    return f"form valid: {form.is_valid()}; {', '.join(form.non_field_errors())}"
