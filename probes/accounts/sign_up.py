"""Register a new user through a ready-made sign-up address."""


def fastapi() -> str:
    """Register a user through fastapi-users' register router; the users live in a dictionary."""
    from dataclasses import dataclass

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from fastapi_users import BaseUserManager, FastAPIUsers, IntegerIDMixin, schemas
    from fastapi_users.db import BaseUserDatabase

    @dataclass
    class User:
        id: int
        email: str
        hashed_password: str
        is_active: bool = True
        is_superuser: bool = False
        is_verified: bool = False

    stored: dict[str, User] = {}

    class Users(BaseUserDatabase[User, int]):
        async def get_by_email(self, email: str) -> User | None:
            return stored.get(email)

        async def create(self, create_dict: dict) -> User:
            user = User(id=len(stored) + 1, **create_dict)
            stored[user.email] = user
            return user

    class UserManager(IntegerIDMixin, BaseUserManager[User, int]):
        pass

    async def get_user_manager() -> UserManager:
        return UserManager(Users())

    class UserRead(schemas.BaseUser[int]):
        pass

    users = FastAPIUsers[User, int](get_user_manager, [])
    app = FastAPI()
    bare = TestClient(app).post("/register").status_code
    app.include_router(users.get_register_router(UserRead, schemas.BaseUserCreate))
    form = {"email": "bob@example.com", "password": "wonderland-7"}
    status = TestClient(app).post("/register", json=form).status_code
    return f"{bare}; with fastapi-users {status}, {len(stored)} user"


def flask() -> str:
    """Register a user through Flask-Security's /register."""
    from flask import Flask
    from flask_security import Security, SQLAlchemyUserDatastore
    from flask_security.models import fsqla_v2
    from flask_sqlalchemy import SQLAlchemy

    bare = Flask(__name__).test_client().post("/register").status_code
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY="not-a-real-secret",
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
        SECURITY_PASSWORD_SALT="not-a-real-salt",
        SECURITY_REGISTERABLE=True,
        SECURITY_SEND_REGISTER_EMAIL=False,
        SECURITY_USE_REGISTER_V2=True,
        SQLALCHEMY_DATABASE_URI="sqlite://",
        WTF_CSRF_ENABLED=False,
    )
    db = SQLAlchemy(app)
    fsqla_v2.FsModels.set_db_info(db)

    class Role(db.Model, fsqla_v2.FsRoleMixin):
        pass

    class User(db.Model, fsqla_v2.FsUserMixin):
        pass

    Security(app, SQLAlchemyUserDatastore(db, User, Role))
    with app.app_context():
        db.create_all()
        form = {
            "email": "bob@example.org",
            "password": "wonderland-7",
            "password_confirm": "wonderland-7",
        }
        status = app.test_client().post("/register", json=form).status_code
        users = len(db.session.scalars(db.select(User)).all())
    return f"{bare}; with Flask-Security {status}, {users} user"


def django() -> str:
    """Look for a sign-up address in django.contrib.auth, then register with django-allauth."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import include, path

    settings.configure(
        ACCOUNT_EMAIL_VERIFICATION="none",
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
            "allauth",
            "allauth.account",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SECRET_KEY="not-a-real-secret",
    )
    django.setup()
    from django.contrib.auth import urls
    from django.contrib.auth.models import User

    settings.ROOT_URLCONF = (path("accounts/", include("allauth.urls")),)

    own = sum("sign" in pattern.name for pattern in urls.urlpatterns)
    call_command("migrate", verbosity=0)
    form = {"username": "bob", "password1": "wonderland-7", "password2": "wonderland-7"}
    status = Client().post("/accounts/signup/", form).status_code
    return f"{own} sign-up pages; with django-allauth {status}, {User.objects.count()} user"
