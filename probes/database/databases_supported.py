"""List the database back ends that the framework, or its usual ORM, brings along."""


def fastapi() -> str:
    """Look for a database package among FastAPI's modules, then list SQLAlchemy's dialects."""
    import pkgutil

    import fastapi
    import sqlalchemy.dialects

    modules = [module.name for module in pkgutil.walk_packages(fastapi.__path__)]
    own = sum("db" in name or "database" in name for name in modules)
    found = pkgutil.iter_modules(sqlalchemy.dialects.__path__)
    dialects = sorted(module.name for module in found if module.ispkg)
    return f"own: {own}; SQLAlchemy: {', '.join(dialects)}"


def flask() -> str:
    """Look for a database package among Flask's modules, then list SQLAlchemy's dialects."""
    import pkgutil

    import flask
    import sqlalchemy.dialects

    modules = [module.name for module in pkgutil.walk_packages(flask.__path__)]
    own = sum("db" in name or "database" in name for name in modules)
    found = pkgutil.iter_modules(sqlalchemy.dialects.__path__)
    dialects = sorted(module.name for module in found if module.ispkg)
    return f"own: {own}; SQLAlchemy: {', '.join(dialects)}"


def django() -> str:
    """List the packages in django.db.backends that connect to a database."""
    import pkgutil

    import django.db.backends

    found = pkgutil.iter_modules(django.db.backends.__path__)
    names = {module.name for module in found if module.ispkg} - {"base", "dummy"}
    return f"own: {', '.join(sorted(names))}"
