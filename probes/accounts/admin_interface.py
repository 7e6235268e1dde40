"""Open the list page of a model in the admin interface."""


def fastapi() -> str:
    """Mount SQLAdmin on a FastAPI application and open a list page."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqladmin import Admin, ModelView
    from sqlalchemy import StaticPool
    from sqlmodel import Field, SQLModel, create_engine

    class Product(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        name: str

    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    SQLModel.metadata.create_all(engine)

    class ProductAdmin(ModelView, model=Product):
        column_list = (Product.id, Product.name)

    app = FastAPI()
    bare = TestClient(app).get("/admin/product/list").status_code
    Admin(app, engine).add_view(ProductAdmin)
    status = TestClient(app).get("/admin/product/list").status_code
    return f"{bare}; with SQLAdmin {status}, no login asked"


def flask() -> str:
    """Add Flask-Admin to a Flask application and open a list page."""
    from flask import Flask
    from flask_admin import Admin
    from flask_admin.contrib.sqla import ModelView
    from flask_babel import Babel
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.orm import Mapped, mapped_column

    bare = Flask(__name__).test_client().get("/admin/product/").status_code
    app = Flask(__name__)
    app.secret_key = "not-a-real-secret"
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db = SQLAlchemy(app)

    class Product(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]

    with app.app_context():
        db.create_all()
    Babel(app)
    Admin(app).add_view(ModelView(Product, db))
    status = app.test_client().get("/admin/product/").status_code
    return f"{bare}; with Flask-Admin {status}, no login asked"


def django() -> str:
    """Open the list of users in django.contrib.admin, anonymous and as a superuser."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            "django.contrib.admin",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
            "django.contrib.staticfiles",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        SECRET_KEY="not-a-real-secret",
        STATIC_URL="static/",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
    )
    django.setup()
    from django.contrib import admin
    from django.contrib.auth.models import User

    settings.ROOT_URLCONF = (path("admin/", admin.site.urls),)
    call_command("migrate", verbosity=0)
    client = Client()
    anonymous = client.get("/admin/auth/user/").status_code
    client.force_login(User.objects.create(username="bob", is_staff=True, is_superuser=True))
    superuser = client.get("/admin/auth/user/").status_code
    return f"anonymous {anonymous} to its login page; superuser {superuser}"
