"""Compare the contact address of each direct dependency with that of the project."""


def _owned(distribution: str, contact: str) -> str:
    import re
    from importlib.metadata import metadata, requires

    direct = [re.match(r"[\w-]+", line)[0] for line in requires(distribution) if ";" not in line]
    keys = ("Author-email", "Maintainer-email")
    addresses = {name: [str(metadata(name)[key]) for key in keys] for name in direct}
    own = [name for name in direct if any(contact in text for text in addresses[name])]
    return f"{len(own)} of {len(direct)}: {', '.join(own)}"


def fastapi() -> str:
    """Look for the address of FastAPI's author."""
    return _owned("fastapi", "tiangolo@gmail.com")


def flask() -> str:
    """Look for the address of the Pallets organization."""
    return _owned("flask", "contact@palletsprojects.com")


def django() -> str:
    """Look for the address of the Django Software Foundation."""
    return _owned("django", "foundation@djangoproject.com")
