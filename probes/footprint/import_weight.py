"""Make the smallest application in a clean install and count the modules that it loads."""

COUNT = """
import sys
before = len(sys.modules)
{application}
hundreds = (len(sys.modules) - before) // 100
print(f"{{hundreds}}00 to {{hundreds + 1}}00 modules")
"""


def fastapi(clean_env) -> str:
    """Make an empty FastAPI application."""
    application = "from fastapi import FastAPI; FastAPI()"
    return clean_env("fastapi").run(COUNT.format(application=application))


def flask(clean_env) -> str:
    """Make an empty Flask application."""
    application = "from flask import Flask; Flask(__name__)"
    return clean_env("flask").run(COUNT.format(application=application))


def django(clean_env) -> str:
    """Make a Django application without apps, middleware or routes."""
    application = (
        "from django.conf import settings; settings.configure(ROOT_URLCONF=())\n"
        "from django.core.wsgi import get_wsgi_application; get_wsgi_application()"
    )
    return clean_env("django").run(COUNT.format(application=application))
