"""Make the smallest application in a clean install and read the peak memory of its process."""

PEAK = """
import re
from pathlib import Path
{application}
status = Path("/proc/self/status").read_text()
megabytes = int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) / 1000
print("25 to 50 MB" if 25 < megabytes < 50 else f"{{megabytes:.0f}} MB")
"""


def fastapi(clean_env) -> str:
    """Make an empty FastAPI application."""
    application = "from fastapi import FastAPI; FastAPI()"
    return clean_env("fastapi").run(PEAK.format(application=application))


def flask(clean_env) -> str:
    """Make an empty Flask application."""
    application = "from flask import Flask; Flask(__name__)"
    return clean_env("flask").run(PEAK.format(application=application))


def django(clean_env) -> str:
    """Make a Django application without apps, middleware or routes."""
    application = (
        "from django.conf import settings; settings.configure(ROOT_URLCONF=())\n"
        "from django.core.wsgi import get_wsgi_application; get_wsgi_application()"
    )
    return clean_env("django").run(PEAK.format(application=application))
