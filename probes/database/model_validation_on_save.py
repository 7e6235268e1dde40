"""Save a nine-letter name in a field declared with a maximum of five, on SQLite."""


def fastapi() -> str:
    """Save a SQLModel table row that is too long, then build the same as a plain SQLModel."""
    from pydantic import ValidationError
    from sqlmodel import Field, Session, SQLModel, create_engine

    class ProductIn(SQLModel):
        name: str = Field(max_length=5)

    class Product(ProductIn, table=True):
        id: int | None = Field(default=None, primary_key=True)

    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Product(name="ninechars"))
        session.commit()
        stored = len(session.get(Product, 1).name)
    try:
        plain = f"{len(ProductIn(name='ninechars').name)} letters"
    except ValidationError as error:
        plain = type(error).__name__
    return f"table=True stored {stored} letters; without table=True {plain}"


def flask() -> str:
    """Save a Flask-SQLAlchemy row whose text is longer than its String(5) column."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy import String
    from sqlalchemy.orm import Mapped, mapped_column

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db = SQLAlchemy(app)

    class Product(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column(String(5))

    with app.app_context():
        db.create_all()
        db.session.add(Product(name="ninechars"))
        db.session.commit()
        return f"stored {len(db.session.get(Product, 1).name)} letters"


def django() -> str:
    """Save a row longer than its CharField(max_length=5), then call full_clean() on it."""
    import django
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.db import connection, models

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    )
    django.setup()

    class Product(models.Model):
        name = models.CharField(max_length=5)

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Product)
    product = Product(name="ninechars")
    product.save()
    stored = len(Product.objects.get().name)
    try:
        product.full_clean()
        cleaned = "accepted"
    except ValidationError as error:
        cleaned = type(error).__name__
    return f"save() stored {stored} letters; full_clean() {cleaned}"
