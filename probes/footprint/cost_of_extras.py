"""Install each framework with and without its usual extra and compare."""


def fastapi(clean_env) -> str:
    """Compare a clean install of `fastapi` with one of `fastapi[standard]`."""
    plain, standard = clean_env("fastapi"), clean_env("fastapi-standard")
    added = len(standard.distributions()) - len(plain.distributions())
    megabytes = round(standard.megabytes() - plain.megabytes(), -1)
    return f"[standard]: {added} distributions and about {megabytes:.0f} MB more"


def flask(clean_env) -> str:
    """Compare a clean install of `flask` with one of `flask[async]`."""
    plain, with_async = clean_env("flask"), clean_env("flask-async")
    added = set(with_async.distributions()) - set(plain.distributions())
    megabytes = with_async.megabytes() - plain.megabytes()
    return f"[async]: {', '.join(added)}, {megabytes:.1f} MB more"


def django(clean_env) -> str:
    """Read which extras Django offers."""
    code = "from importlib.metadata import metadata; print(*metadata('django').get_all('{}'))"
    extras = clean_env("django").run(code.format("Provides-Extra")).split()
    return ", ".join(f"[{extra}]" for extra in extras)
