"""Sign a value for a link, read it back, then change one character and read again."""


def fastapi() -> str:
    """Sign with itsdangerous and look up whether FastAPI's package requires it."""
    from importlib.metadata import requires

    from itsdangerous import BadSignature, URLSafeTimedSerializer

    signer = URLSafeTimedSerializer("not-a-real-secret")
    token = signer.dumps("ann")
    try:
        signer.loads("x" + token)
    except BadSignature as error:
        refused = type(error).__name__
    needs = [line for line in requires("fastapi") or [] if line.startswith("itsdangerous")]
    how = "an extra" if all("extra ==" in line for line in needs) else "required"
    return f"{signer.loads(token)}; changed: {refused}; itsdangerous: {how}"


def flask() -> str:
    """Sign with itsdangerous and look up whether Flask's package requires it."""
    from importlib.metadata import requires

    from itsdangerous import BadSignature, URLSafeTimedSerializer

    signer = URLSafeTimedSerializer("not-a-real-secret")
    token = signer.dumps("ann")
    try:
        signer.loads("x" + token)
    except BadSignature as error:
        refused = type(error).__name__
    needs = [line for line in requires("flask") or [] if line.startswith("itsdangerous")]
    how = "an extra" if all("extra ==" in line for line in needs) else "required"
    return f"{signer.loads(token)}; changed: {refused}; itsdangerous: {how}"


def django() -> str:
    """Sign with django.core.signing."""
    from django.conf import settings
    from django.core import signing

    settings.configure(SECRET_KEY="not-a-real-secret")
    token = signing.dumps("ann")
    try:
        signing.loads("x" + token)
    except signing.BadSignature as error:
        refused = type(error).__name__
    return f"{signing.loads(token)}; changed: {refused}"
