"""Make the smallest application in a clean install and read the peak memory of its process."""

PEAK = """
import re
from pathlib import Path
{application}
status = Path("/proc/self/status").read_text()
megabytes = int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) / 1000
bands = {{"25 to 35 MB": (25, 35), "35 to 45 MB": (35, 45)}}
fits = [name for name, (low, high) in bands.items() if low <= megabytes < high]
print(fits[0] if fits else f"{{megabytes:.0f}} MB")
"""


def fastapi(clean_env) -> str:
    """Make an empty FastAPI application."""
    return _peak(clean_env("fastapi"), "from fastapi import FastAPI; FastAPI()")


def flask(clean_env) -> str:
    """Make an empty Flask application."""
    return _peak(clean_env("flask"), "from flask import Flask; Flask(__name__)")


def django(clean_env) -> str:
    """Make a Django application without apps, middleware or routes."""
    application = (
        "from django.conf import settings; settings.configure(ROOT_URLCONF=())\n"
        "from django.core.wsgi import get_wsgi_application; get_wsgi_application()"
    )
    return _peak(clean_env("django"), application)


def _peak(environment, application: str) -> str:
    """Return the second run's peak; the first may compile, which takes memory of its own."""
    environment.run(application)
    return environment.run(PEAK.format(application=application))
