"""Read which direct dependencies each framework caps at an upper version."""


def _limits(distribution: str) -> str:
    from importlib.metadata import requires

    direct = [line.partition(";")[0] for line in requires(distribution) if ";" not in line]
    capped = [line for line in direct if "<" in line or "==" in line or "~=" in line]
    return f"{len(capped)} of {len(direct)} capped"


def fastapi() -> str:
    """Read the version ranges of what FastAPI requires everywhere."""
    return _limits("fastapi")


def flask() -> str:
    """Read the version ranges of what Flask requires everywhere."""
    return _limits("flask")


def django() -> str:
    """Read the version ranges of what Django requires everywhere."""
    return _limits("django")
