"""Read the year in the copyright line of the license that ships with FastAPI."""


def fastapi() -> str:
    """Read the copyright line of FastAPI's license file."""
    from importlib.metadata import files

    licenses = [path for path in files("fastapi") if path.name == "LICENSE"]
    lines = licenses[0].read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("Copyright"))
