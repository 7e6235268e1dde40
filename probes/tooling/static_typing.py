"""Look for the marker file that tells type checkers to trust a package's annotations."""


def fastapi() -> str:
    """Look for py.typed in FastAPI and in Starlette."""
    from importlib.resources import files

    marked = [name for name in ("fastapi", "starlette") if (files(name) / "py.typed").is_file()]
    return f"py.typed in {' and '.join(marked)}"


def flask() -> str:
    """Look for py.typed in Flask and in Werkzeug."""
    from importlib.resources import files

    marked = [name for name in ("flask", "werkzeug") if (files(name) / "py.typed").is_file()]
    return f"py.typed in {' and '.join(marked)}"


def django() -> str:
    """Look for py.typed in Django and for stub files in django-stubs."""
    from importlib.metadata import files as installed
    from importlib.resources import files

    marker = "py.typed" if (files("django") / "py.typed").is_file() else "no py.typed"
    stubs = [file for file in installed("django-stubs") if file.name == "query.pyi"]
    return f"{marker}; django-stubs: {'query.pyi' if stubs else 'no stubs'}"
