"""Count the lines of Python in each framework's own package, blank lines left out."""


def _thousands(environment, package: str) -> str:
    own = [path for path in environment.files("*.py") if path.is_relative_to(package)]
    lines = sum(1 for path in own for line in path.read_text().splitlines() if line.strip())
    return f"about {round(lines, -3):,} lines"


def fastapi(clean_env) -> str:
    """Count the lines of the package `fastapi`, without Starlette and Pydantic."""
    environment = clean_env("fastapi")
    return _thousands(environment, environment.packages / "fastapi")


def flask(clean_env) -> str:
    """Count the lines of the package `flask`, without Werkzeug, Jinja and Click."""
    environment = clean_env("flask")
    return _thousands(environment, environment.packages / "flask")


def django(clean_env) -> str:
    """Count the lines of the package `django`, which includes the ORM and the admin."""
    environment = clean_env("django")
    return _thousands(environment, environment.packages / "django")
