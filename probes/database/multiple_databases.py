"""Write one row to each of two databases and count the rows in both files."""


def fastapi(tmp_path) -> str:
    """Write to two SQLModel engines from one FastAPI route."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from sqlmodel import Field, Session, SQLModel, create_engine, select

    class Product(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    engines = [create_engine(f"sqlite:///{tmp_path}/{name}.db") for name in ("shop", "log")]
    app = FastAPI()

    @app.post("/")
    def save() -> list[int]:
        counts = []
        for engine in engines:
            SQLModel.metadata.create_all(engine)
            with Session(engine) as session:
                session.add(Product())
                session.commit()
                counts.append(len(session.exec(select(Product)).all()))
        return counts

    return f"two engines: {TestClient(app).post('/').json()} rows"


def flask(tmp_path) -> str:
    """Give one Flask-SQLAlchemy model a bind key and save a row of each model."""
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.orm import Mapped, mapped_column

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path}/shop.db"
    app.config["SQLALCHEMY_BINDS"] = {"log": f"sqlite:///{tmp_path}/log.db"}
    db = SQLAlchemy(app)

    class Product(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)

    class Event(db.Model):
        __bind_key__ = "log"
        id: Mapped[int] = mapped_column(primary_key=True)

    with app.app_context():
        db.create_all()
        db.session.add_all([Product(), Event()])
        db.session.commit()
        counts = []
        for engine, table in ((db.engine, "product"), (db.engines["log"], "event")):
            with engine.connect() as connection:
                counts.append(connection.scalar(db.text(f"SELECT count(*) FROM {table}")))
    return f"__bind_key__: {counts} rows"


def django(tmp_path) -> str:
    """Let a database router send one of two Django models to a second database."""
    import django
    from django.conf import settings
    from django.db import connections, models

    class LogRouter:
        def db_for_write(self, model: type, **hints) -> str | None:
            return "log" if model is Event else None

    def sqlite(name: str) -> dict:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / name}

    settings.configure(
        DATABASES={"default": sqlite("shop.db"), "log": sqlite("log.db")},
        DATABASE_ROUTERS=[LogRouter()],
    )
    django.setup()

    class Product(models.Model):
        class Meta:
            app_label = "shop"

    class Event(models.Model):
        class Meta:
            app_label = "shop"

    counts = []
    for alias, model in (("default", Product), ("log", Event)):
        with connections[alias].schema_editor() as editor:
            editor.create_model(model)
        model.objects.create()
        counts.append(model.objects.using(alias).count())
    return f"router: {counts} rows"
