"""Install each framework alone into an empty environment and add up the sizes of its files."""


def fastapi(clean_env) -> str:
    """Add up the files that an install of `fastapi` makes, without byte code."""
    return f"{clean_env('fastapi').megabytes():.0f} MB"


def flask(clean_env) -> str:
    """Add up the files that an install of `flask` makes, without byte code."""
    return f"{clean_env('flask').megabytes():.0f} MB"


def django(clean_env) -> str:
    """Add up the files that an install of `django` makes, without byte code."""
    return f"{clean_env('django').megabytes():.0f} MB"
