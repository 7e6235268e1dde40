"""Use something that a recent release removed and name what happens."""


def fastapi() -> str:
    """Pass an unknown keyword to FastAPI(), which releases before 0.145 kept as `extra`."""
    from fastapi import FastAPI

    try:
        FastAPI(api_version=1)
    except TypeError as error:
        return type(error).__name__
    return "accepted"


def flask() -> str:
    """Import `Markup` from flask, which Flask 3.0 removed."""
    try:
        from flask import Markup
    except ImportError as error:
        return type(error).__name__
    return f"{Markup.__name__} is there"


def django() -> str:
    """Call format_html() without arguments, which Django 6.0 removed."""
    from django.utils.html import format_html

    try:
        format_html("<b>text</b>")
    except TypeError as error:
        return type(error).__name__
    return "accepted"
