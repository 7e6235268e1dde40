"""Install each framework alone into an empty environment and count the distributions."""


def fastapi(clean_env) -> str:
    """Count what an install of `fastapi` puts into an empty environment."""
    return f"{len(clean_env('fastapi').distributions())} distributions"


def flask(clean_env) -> str:
    """Count what an install of `flask` puts into an empty environment."""
    return f"{len(clean_env('flask').distributions())} distributions"


def django(clean_env) -> str:
    """Count what an install of `django` puts into an empty environment."""
    return f"{len(clean_env('django').distributions())} distributions"
