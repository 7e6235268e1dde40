"""Read the license that each package declares in its metadata."""


def fastapi() -> str:
    """Read FastAPI's license expression."""
    from importlib.metadata import metadata

    return metadata("fastapi")["License-Expression"]


def flask() -> str:
    """Read Flask's license expression."""
    from importlib.metadata import metadata

    return metadata("flask")["License-Expression"]


def django() -> str:
    """Read Django's license expression."""
    from importlib.metadata import metadata

    return metadata("django")["License-Expression"]
