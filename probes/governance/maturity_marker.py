"""Read the version and the development status that each package declares."""


def _marker(distribution: str) -> str:
    from importlib.metadata import metadata

    declared = metadata(distribution)
    prefix = "Development Status :: "
    status = [c for c in declared.get_all("Classifier") if c.startswith(prefix)]
    return f"{declared['Version']}, {status[0].removeprefix(prefix)}"


def fastapi() -> str:
    """Read FastAPI's version and status classifier."""
    return _marker("fastapi")


def flask() -> str:
    """Read Flask's version and status classifier."""
    return _marker("flask")


def django() -> str:
    """Read Django's version and status classifier."""
    return _marker("django")
