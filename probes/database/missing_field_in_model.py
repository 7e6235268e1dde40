"""Create a stored model without its required name."""


def fastapi() -> str:
    """Post `{}` to a route that takes the table model, then to one that takes a plain model."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlalchemy import StaticPool
    from sqlalchemy.exc import IntegrityError
    from sqlmodel import Field, Session, SQLModel, create_engine

    class ProductIn(SQLModel):
        name: str

    class Product(ProductIn, table=True):
        id: int | None = Field(default=None, primary_key=True)

    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    SQLModel.metadata.create_all(engine)
    app = FastAPI()

    @app.post("/table")
    def add_table_model(product: Product) -> None:
        with Session(engine) as session:
            session.add(product)
            session.commit()

    @app.post("/plain")
    def add_plain_model(product: ProductIn) -> None:
        with Session(engine) as session:
            session.add(Product.model_validate(product))
            session.commit()

    client = TestClient(app)
    try:
        table = str(client.post("/table", json={}).status_code)
    except IntegrityError as error:
        table = type(error).__name__
    return f"table model {table}; plain model {client.post('/plain', json={}).status_code}"


def flask() -> str:
    """Commit a Flask-SQLAlchemy row without its name."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.exc import IntegrityError
    from sqlalchemy.orm import Mapped, mapped_column

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db = SQLAlchemy(app)

    class Product(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]

    with app.app_context():
        db.create_all()
        db.session.add(Product())
        try:
            db.session.commit()
        except IntegrityError as error:
            return type(error).__name__
        return f"saved with name {db.session.get(Product, 1).name!r}"


def django() -> str:
    """Create a Django row without its name, then validate the same with a ModelForm."""
    import django
    from django.conf import settings
    from django.db import connection, models
    from django.forms import modelform_factory

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    )
    django.setup()

    class Product(models.Model):
        name = models.CharField(max_length=50)

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    Product.objects.create()
    form = modelform_factory(Product, fields=["name"])({})
    return f"saved with name {Product.objects.get().name!r}; ModelForm: {form.errors['name'][0]}"
