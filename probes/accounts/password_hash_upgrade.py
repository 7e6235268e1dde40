"""Log in with a password that was hashed with an old scheme and look at the stored hash."""


def fastapi() -> str:
    """Verify a bcrypt hash with pwdlib's verify_and_update."""
    from pwdlib import PasswordHash
    from pwdlib.hashers.argon2 import Argon2Hasher
    from pwdlib.hashers.bcrypt import BcryptHasher

    old = PasswordHash((BcryptHasher(rounds=4),)).hash("wonderland-7")
    hasher = PasswordHash((Argon2Hasher(), BcryptHasher()))
    right, new = hasher.verify_and_update("wonderland-7", old)
    return f"with pwdlib right: {right}, new hash to store: {new.split('$')[1]}"


def flask() -> str:
    """Verify an old PBKDF2 hash with Werkzeug's check_password_hash."""
    from werkzeug.security import check_password_hash, generate_password_hash

    old = generate_password_hash("wonderland-7", method="pbkdf2:sha256:1000")
    answer = check_password_hash(old, "wonderland-7")
    return f"right: {answer}, no new hash"


def django() -> str:
    """Log in with a hash of 1,000 iterations and read the stored hash afterwards."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
        ],
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    from django.contrib.auth.hashers import PBKDF2PasswordHasher
    from django.contrib.auth.models import User

    call_command("migrate", verbosity=0)
    old = PBKDF2PasswordHasher().encode("wonderland-7", "not-a-real-salt", iterations=1000)
    User.objects.create(username="bob", password=old)
    Client().login(username="bob", password="wonderland-7")
    stored = User.objects.get().password.split("$")[1]
    return f"before 1000 iterations, after the login {stored}"
