"""Hash a password with the usual function and read the scheme from the result."""


def fastapi() -> str:
    """Look for a hash function among FastAPI's modules, then hash with pwdlib."""
    import pkgutil

    import fastapi.security
    from pwdlib import PasswordHash

    names = [name for name in dir(fastapi.security) if "hash" in name.lower()]
    modules = [module.name for module in pkgutil.iter_modules(fastapi.security.__path__)]
    own = len(names) + sum("hash" in module for module in modules)
    scheme = PasswordHash.recommended().hash("wonderland-7").split("$")[1]
    return f"own: {own}; with pwdlib {scheme}"


def flask() -> str:
    """Hash with Werkzeug, which Flask requires."""
    from importlib.metadata import requires

    from werkzeug.security import check_password_hash, generate_password_hash

    hashed = generate_password_hash("wonderland-7")
    required = any(line.lower().startswith("werkzeug") for line in requires("flask"))
    scheme, _, _ = hashed.partition("$")
    right = check_password_hash(hashed, "wonderland-7")
    return f"{scheme}; Werkzeug required: {required}; check: {right}"


def django() -> str:
    """Hash with make_password and Django's default settings."""
    from django.conf import settings
    from django.contrib.auth.hashers import check_password, make_password

    settings.configure()
    hashed = make_password("wonderland-7")
    scheme, iterations, _ = hashed.split("$", 2)
    right = check_password("wonderland-7", hashed)
    return f"{scheme}, {iterations} iterations; check: {right}"
