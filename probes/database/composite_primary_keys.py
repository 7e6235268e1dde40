"""Define a table whose primary key has two columns and fetch a row by both."""


def fastapi() -> str:
    """Fetch a SQLModel row by a primary key of two fields."""
    from sqlmodel import Field, Session, SQLModel, create_engine

    class Line(SQLModel, table=True):
        order: int = Field(primary_key=True)
        number: int = Field(primary_key=True)
        product: str

    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Line(order=7, number=2, product="tea"))
        session.commit()
        return f"get((7, 2)): {session.get(Line, (7, 2)).product}"


def flask() -> str:
    """Fetch a Flask-SQLAlchemy row by a primary key of two columns."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.orm import Mapped, mapped_column

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db = SQLAlchemy(app)

    class Line(db.Model):
        order: Mapped[int] = mapped_column(primary_key=True)
        number: Mapped[int] = mapped_column(primary_key=True)
        product: Mapped[str]

    with app.app_context():
        db.create_all()
        db.session.add(Line(order=7, number=2, product="tea"))
        db.session.commit()
        return f"get((7, 2)): {db.session.get(Line, (7, 2)).product}"


def django() -> str:
    """Fetch a row by a CompositePrimaryKey, then try to register the model in the admin."""
    import django
    from django.conf import settings
    from django.contrib.admin.sites import AdminSite
    from django.core.exceptions import ImproperlyConfigured
    from django.db import connection, models

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    )
    django.setup()

    class Line(models.Model):
        pk = models.CompositePrimaryKey("order", "number")
        order = models.IntegerField()
        number = models.IntegerField()
        product = models.CharField(max_length=50)

        class Meta:
            app_label = "shop"

    with connection.schema_editor() as editor:
        editor.create_model(Line)
    Line.objects.create(order=7, number=2, product="tea")
    try:
        AdminSite().register(Line)
        registered = "registered"
    except ImproperlyConfigured as error:
        registered = type(error).__name__
    return f"get(pk=(7, 2)): {Line.objects.get(pk=(7, 2)).product}; in the admin {registered}"
