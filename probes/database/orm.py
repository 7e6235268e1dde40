"""Store one record through the usual ORM and read it back."""


def fastapi(tmp_path) -> str:
    """Look for an ORM among FastAPI's requirements, then store and read a SQLModel row."""
    from importlib.metadata import requires

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlmodel import Field, Session, SQLModel, create_engine, select

    class Product(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        name: str

    engine = create_engine(f"sqlite:///{tmp_path}/shop.db")
    SQLModel.metadata.create_all(engine)
    app = FastAPI()

    @app.post("/products")
    def add(product: Product) -> Product:
        with Session(engine, expire_on_commit=False) as session:
            session.add(product)
            session.commit()
        return product

    @app.get("/products")
    def names() -> list[str]:
        with Session(engine) as session:
            return list(session.exec(select(Product.name)))

    client = TestClient(app)
    client.post("/products", json={"name": "tea"})
    required = any(line.startswith("sqlmodel") for line in requires("fastapi"))
    shipped = "required" if required else "not required"
    return f"SQLModel {shipped}; with it {client.get('/products').json()}"


def flask(tmp_path) -> str:
    """Look for an ORM among Flask's requirements, then store and read a Flask-SQLAlchemy row."""
    from importlib.metadata import requires

    from flask import Flask, request
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.orm import Mapped, mapped_column

    db = SQLAlchemy()

    class Product(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path}/shop.db"
    db.init_app(app)
    with app.app_context():
        db.create_all()

    @app.post("/products")
    def add():
        db.session.add(Product(name=request.json["name"]))
        db.session.commit()
        return "", 201

    @app.get("/products")
    def names():
        return list(db.session.scalars(db.select(Product.name)))

    client = app.test_client()
    client.post("/products", json={"name": "tea"})
    required = any(line.lower().startswith("flask-sqlalchemy") for line in requires("flask"))
    shipped = "required" if required else "not required"
    return f"Flask-SQLAlchemy {shipped}; with it {client.get('/products').json}"


def django() -> str:
    """Store and read a row with a model of a Django installed alone."""
    import django
    from django.conf import settings
    from django.db import connection, models
    from django.http import HttpRequest, JsonResponse
    from django.test import Client
    from django.urls import path

    def products(request: HttpRequest) -> JsonResponse:
        if request.method == "POST":
            Product.objects.create(name=request.POST["name"])
        return JsonResponse(list(Product.objects.values_list("name", flat=True)), safe=False)

    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        ROOT_URLCONF=(path("products", products),),
    )
    django.setup()

    class Product(models.Model):
        name = models.CharField(max_length=50)

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    client = Client()
    client.post("/products", {"name": "tea"})
    return f"stored and read: {client.get('/products').json()}"
