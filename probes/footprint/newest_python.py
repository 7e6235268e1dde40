"""Read the newest Python version that each framework declares support for."""

_PREFIX = "Programming Language :: Python :: 3."


def _newest(distribution: str) -> str:
    from importlib.metadata import metadata

    classifiers = metadata(distribution).get_all("Classifier", [])
    minors = [int(name.removeprefix(_PREFIX)) for name in classifiers if name.startswith(_PREFIX)]
    return f"3.{max(minors)}" if minors else "no version named"


def fastapi() -> str:
    """Read the Python classifiers in FastAPI's metadata."""
    return _newest("fastapi")


def flask() -> str:
    """Read the Python classifiers in Flask's metadata."""
    return _newest("flask")


def django() -> str:
    """Read the Python classifiers in Django's metadata."""
    return _newest("django")
