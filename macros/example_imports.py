"""What an example needs beyond its framework: read from its imports, not from its author."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from macros.load import frameworks
from macros.topics import Topic

# Each framework needs one, so none is counted.
SERVERS = {"uvicorn", "gunicorn"}
# The package that an imported name comes from.
PACKAGES = {
    "aiosqlite": "aiosqlite", "alembic": "alembic", "allauth": "django-allauth",
    "apiflask": "APIFlask", "apscheduler": "APScheduler", "argon2": "argon2-cffi",
    "asgiref": "asgiref", "authlib": "Authlib", "celery": "celery", "channels": "channels",
    "corsheaders": "django-cors-headers", "daphne": "daphne", "django_ratelimit":
    "django-ratelimit", "django_tasks_db": "django-tasks-db",
    "drf_spectacular": "drf-spectacular", "email_validator": "email-validator",
    "environ": "django-environ", "fastapi_mail": "fastapi-mail",
    "fastapi_pagination": "fastapi-pagination",
    "fastapi_users": "fastapi-users", "flask_admin": "Flask-Admin",
    "flask_babel": "Flask-Babel", "flask_caching":
    "Flask-Caching", "flask_cors": "flask-cors", "flask_httpauth": "Flask-HTTPAuth",
    "flask_jwt_extended": "Flask-JWT-Extended", "flask_limiter": "Flask-Limiter",
    "flask_login": "Flask-Login", "flask_mail": "Flask-Mail", "flask_migrate": "Flask-Migrate",
    "flask_openapi3": "flask-openapi3", "flask_principal": "Flask-Principal",
    "flask_pydantic": "Flask-Pydantic", "flask_security": "Flask-Security", "flask_smorest":
    "flask-smorest", "flask_sock": "flask-sock", "flask_socketio": "Flask-SocketIO",
    "flask_sqlalchemy": "Flask-SQLAlchemy", "flask_talisman": "flask-talisman", "flask_wtf":
    "Flask-WTF", "guardian": "django-guardian", "gunicorn": "gunicorn", "httpx": "httpx",
    "httpx2": "httpx2", "itsdangerous": "itsdangerous", "jinja2": "Jinja2", "jwt": "PyJWT",
    "kombu": "kombu", "limits": "limits", "markupsafe": "MarkupSafe", "marshmallow":
    "marshmallow", "multipart": "python-multipart", "ninja": "django-ninja", "pwdlib": "pwdlib",
    "pydantic": "pydantic", "pydantic_settings": "pydantic-settings", "quart": "Quart",
    "rest_framework": "djangorestframework",
    "rest_framework_simplejwt": "djangorestframework_simplejwt",
    "slowapi": "slowapi", "sqladmin": "sqladmin", "sqlalchemy": "SQLAlchemy",
    "sqlmodel": "sqlmodel", "starlette_admin": "starlette-admin", "starlette_csrf":
    "starlette-csrf", "taskiq": "taskiq", "uvicorn": "uvicorn", "websockets": "websockets",
    "werkzeug": "Werkzeug", "whitenoise": "whitenoise", "wtforms": "WTForms",
}  # fmt: skip
# Distributions that share one top-level name; the API comes with each of them.
SHARED = {
    "opentelemetry.sdk": "opentelemetry-sdk",
    "opentelemetry.instrumentation.django": "opentelemetry-instrumentation-django",
    "opentelemetry.instrumentation.flask": "opentelemetry-instrumentation-flask",
}
# What a name needs although nobody imports it: an error at the first use says so.
IMPLIED = {
    "fastapi.File": "python-multipart",
    "fastapi.Form": "python-multipart",
    "fastapi.UploadFile": "python-multipart",
    "fastapi.WebSocket": "websockets",
    "fastapi.security.OAuth2PasswordRequestForm": "python-multipart",
    "fastapi.templating.Jinja2Templates": "Jinja2",
    "fastapi.testclient.TestClient": "httpx2",
    "pydantic.EmailStr": "email-validator",
    "sqladmin.authentication.AuthenticationBackend": "itsdangerous",
    "starlette.middleware.sessions.SessionMiddleware": "itsdangerous",
    "starlette.templating.Jinja2Templates": "Jinja2",
}


def brought(framework: str) -> set[str]:
    """Return the names that a framework and what it always brings are imported by."""
    return {name for each in frameworks() if each.id == framework for name in each.imports}


def imported_packages(one: Topic, framework: str) -> set[str]:
    """Return the packages beyond the framework's own that a program needs.

    Dotted names in strings count as imports, because Django's settings name packages so.
    """
    files = [path for path in one.files(framework) if path.suffix == ".py"]
    own = brought(framework) | SERVERS | set(sys.stdlib_module_names) | _local_names(one)
    needed: set[str] = set()
    for path in files:
        tree = ast.parse(path.read_text("utf-8"))
        names = set(_imports(tree))
        needed |= {IMPLIED[name] for name in names if name in IMPLIED}
        needed |= {SHARED[part] for part in SHARED if any(n.startswith(part) for n in names)}
        tops = {name.split(".")[0] for name in names} - own - {"opentelemetry"}
        needed |= {PACKAGES.get(top, top) for top in tops}
        needed |= {PACKAGES[top] for top in _named_in_strings(tree) - own if top in PACKAGES}
        needed |= set(_needed_without_a_name(framework, tree))
    return needed


def _local_names(one: Topic) -> set[str]:
    """Return what the topic's programs can import of themselves by an absolute name."""
    folders = [one.folder, *(path for path in one.folder.iterdir() if path.is_dir())]
    found = [path for folder in folders for path in folder.iterdir()]
    return {path.stem for path in found if path.is_dir() or path.suffix == ".py"}


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str() as module, names=names, level=0):
                yield from (f"{module}.{alias.name}" for alias in names)


def _needed_without_a_name(framework: str, tree: ast.Module) -> Iterator[str]:
    """Yield the packages that a framework asks for when a feature is used."""
    for node in ast.walk(tree):
        match framework, node:
            case "flask", ast.AsyncFunctionDef():
                yield "asgiref"  # calls the view in an event loop
            case "fastapi", ast.Call(func=ast.Attribute(attr="form")):
                yield "python-multipart"  # parses the body of request.form()


def _named_in_strings(tree: ast.Module) -> set[str]:
    """Return the first parts of dotted names in strings, and drivers in database addresses."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str() as text) if re.fullmatch(r"[a-z_]\w*(\.\w+)*", text):
                found.add(text.split(".")[0])
            case ast.Constant(value=str() as text) if driver := re.match(r"\w+\+(\w+)://", text):
                found.add(driver[1])
    return found
