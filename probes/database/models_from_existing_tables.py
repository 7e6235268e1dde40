"""Point the ORM at a table that somebody else made and get a model for it."""


def fastapi(tmp_path) -> str:
    """Let SQLAlchemy's automap make a class for an existing table."""
    import sqlite3

    from sqlalchemy import create_engine
    from sqlalchemy.ext.automap import automap_base

    with sqlite3.connect(tmp_path / "old.db") as connection:
        connection.execute("CREATE TABLE product (id INTEGER PRIMARY KEY, name VARCHAR(50))")
    base = automap_base()
    base.prepare(create_engine(f"sqlite:///{tmp_path}/old.db"))
    columns = sorted(base.classes.product.__table__.columns.keys())
    return f"automap class with {', '.join(columns)}; no source file"


def flask(tmp_path) -> str:
    """Let Flask-SQLAlchemy reflect an existing table into a model at run time."""
    import sqlite3

    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy

    with sqlite3.connect(tmp_path / "old.db") as connection:
        connection.execute("CREATE TABLE product (id INTEGER PRIMARY KEY, name VARCHAR(50))")
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path}/old.db"
    db = SQLAlchemy(app)
    with app.app_context():
        db.reflect()

    class Product(db.Model):
        __table__ = db.metadatas[None].tables["product"]

    return f"reflected class with {', '.join(sorted(Product.__table__.columns.keys()))}"


def django() -> str:
    """Let the inspectdb command write the source of a model for an existing table."""
    import io

    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    )
    django.setup()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE product (id INTEGER PRIMARY KEY, name VARCHAR(50))")
    source = io.StringIO()
    call_command("inspectdb", stdout=source)
    found = [line.strip() for line in source.getvalue().splitlines() if "class Product" in line]
    return f"inspectdb writes: {found[0]}"
