"""Set a cookie with nothing but a name and a value and read the header."""


def fastapi() -> str:
    """Set the cookie on a FastAPI response."""
    from fastapi import Response

    response = Response()
    response.set_cookie("theme", "dark")
    return response.headers["set-cookie"]


def flask() -> str:
    """Set the cookie on a Flask response."""
    from flask import Response

    response = Response()
    response.set_cookie("theme", "dark")
    return response.headers["Set-Cookie"]


def django() -> str:
    """Set the cookie on a Django response."""
    from django.conf import settings
    from django.http import HttpResponse

    settings.configure()
    response = HttpResponse()
    response.set_cookie("theme", "dark")
    return response.cookies.output(header="").strip()
