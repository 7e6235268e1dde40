"""Try to register with the password "12345"."""


def fastapi() -> str:
    """Validate "12345" with the default user manager of fastapi-users."""
    import asyncio

    from fastapi_users import BaseUserManager, IntegerIDMixin, InvalidPasswordException
    from fastapi_users.db import BaseUserDatabase

    class UserManager(IntegerIDMixin, BaseUserManager):
        pass

    try:
        asyncio.run(UserManager(BaseUserDatabase()).validate_password("12345", None))
    except InvalidPasswordException as error:
        return type(error).__name__
    return "with fastapi-users accepted"


def flask() -> str:
    """Check "12345" with the password rules of Flask-Security."""
    from flask import Flask
    from flask_security import PasswordUtil, Security, UserDatastore, UserMixin

    class User(UserMixin):
        fs_uniquifier = "bob"

    app = Flask(__name__)
    app.config.update(SECRET_KEY="not-a-real-secret", SECURITY_PASSWORD_SALT="not-a-real-salt")
    Security(app, UserDatastore(User, None), register_blueprint=False)
    with app.test_request_context():
        complaints, _ = PasswordUtil(app).validate("12345", is_register=True)
    return f"with Flask-Security {len(complaints)} complaint"


def django(tmp_path) -> str:
    """Check "12345" with the rules of a new project, and count those of bare settings."""
    import os
    import subprocess
    import sys

    import django
    from django.conf import global_settings, settings

    new_project = [sys.executable, "-m", "django", "startproject", "shop", str(tmp_path)]
    subprocess.run(new_project, check=True)
    sys.path.insert(0, str(tmp_path))
    os.environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"
    django.setup()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    bare = len(global_settings.AUTH_PASSWORD_VALIDATORS)
    written = len(settings.AUTH_PASSWORD_VALIDATORS)
    try:
        validate_password("12345")
        complaints = 0
    except ValidationError as error:
        complaints = len(error.messages)
    return f"bare settings {bare} rules; startproject {written} rules, {complaints} complaints"
