"""Read the oldest Python that each framework and its newest dependencies accept."""

FLOORS = """
from importlib.metadata import distributions
for found in distributions():
    major, minor = found.metadata["Requires-Python"].removeprefix(">=").strip().split(".")[:2]
    print(found.name.lower(), major, minor)
"""


def _floors(environment, framework) -> str:
    lines = [line.split() for line in environment.run(FLOORS).splitlines()]
    floors = {name: (int(major), int(minor)) for name, major, minor in lines}
    major, minor = floors.pop(framework)
    highest = max(floors.values())
    return f"{major}.{minor}; newest dependencies {highest[0]}.{highest[1]}"


def fastapi(clean_env) -> str:
    """Read Requires-Python of FastAPI and of what is installed with it."""
    return _floors(clean_env("fastapi"), "fastapi")


def flask(clean_env) -> str:
    """Read Requires-Python of Flask and of what is installed with it."""
    return _floors(clean_env("flask"), "flask")


def django(clean_env) -> str:
    """Read Requires-Python of Django and of what is installed with it."""
    return _floors(clean_env("django"), "django")
