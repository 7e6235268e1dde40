"""Count the compiled files of a clean install, then import the framework without them."""

WITHOUT = """
import sys
sys.modules["{module}"] = None
try:
    import {framework}
except ImportError as error:
    print(type(error).__name__)
else:
    print("still works")
"""


def fastapi(clean_env) -> str:
    """Hide the compiled module of pydantic-core, then import FastAPI."""
    environment = clean_env("fastapi")
    compiled = len(environment.files("*.so"))
    code = WITHOUT.format(module="pydantic_core._pydantic_core", framework="fastapi")
    return f"{compiled} compiled file; without it: {environment.run(code)}"


def flask(clean_env) -> str:
    """Hide the compiled module of MarkupSafe, then import Flask."""
    environment = clean_env("flask")
    compiled = len(environment.files("*.so"))
    code = WITHOUT.format(module="markupsafe._speedups", framework="flask")
    return f"{compiled} compiled file; without it: {environment.run(code)}"


def django(clean_env) -> str:
    """Look for compiled files in a clean install of Django."""
    return f"{len(clean_env('django').files('*.so'))} compiled files"
