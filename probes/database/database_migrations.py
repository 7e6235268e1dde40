"""Let a command write the migration for a new model, apply it, and look for the table."""


def fastapi(tmp_path) -> str:
    """Autogenerate and apply an Alembic migration for a SQLModel table."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, inspect
    from sqlmodel import Field, SQLModel

    class Product(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    engine = create_engine(f"sqlite:///{tmp_path}/shop.db")
    config = Config(tmp_path / "alembic.ini")
    command.init(config, str(tmp_path / "migrations"))
    (tmp_path / "migrations" / "env.py").write_text(
        "from alembic import context\n"
        "from sqlmodel import SQLModel\n"
        "with context.config.attributes['engine'].connect() as connection:\n"
        "    context.configure(connection, target_metadata=SQLModel.metadata)\n"
        "    with context.begin_transaction():\n"
        "        context.run_migrations()\n"
    )
    config.attributes["engine"] = engine
    command.revision(config, "add product", autogenerate=True)
    command.upgrade(config, "head")
    files = len(list((tmp_path / "migrations" / "versions").glob("*_add_product.py")))
    return f"with Alembic {files} migration; tables {sorted(inspect(engine).get_table_names())}"


def flask(tmp_path) -> str:
    """Autogenerate and apply a migration with Flask-Migrate's commands."""
    from flask import Flask
    from flask_migrate import Migrate
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy import inspect
    from sqlalchemy.orm import Mapped, mapped_column

    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path}/shop.db"
    db = SQLAlchemy(app)
    Migrate(app, db, directory=str(tmp_path / "migrations"))

    class Product(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)

    runner = app.test_cli_runner()
    for arguments in (["db", "init"], ["db", "migrate", "-m", "add product"], ["db", "upgrade"]):
        runner.invoke(args=arguments, catch_exceptions=False)
    files = len(list((tmp_path / "migrations" / "versions").glob("*_add_product.py")))
    with app.app_context():
        tables = sorted(inspect(db.engine).get_table_names())
    return f"with Flask-Migrate {files} migration; tables {tables}"


def django(tmp_path) -> str:
    """Run makemigrations and migrate for a new app with one model."""
    import sys

    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    app = tmp_path / "shop"
    app.mkdir()
    (app / "__init__.py").touch()
    (app / "models.py").write_text(
        "from django.db import models\n\n\nclass Product(models.Model):\n    pass\n"
    )
    sys.path.insert(0, str(tmp_path))
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["shop"],
    )
    django.setup()
    call_command("makemigrations", "shop", verbosity=0)
    call_command("migrate", verbosity=0)
    files = len(list((app / "migrations").glob("0001_initial.py")))
    return f"{files} migration; tables {sorted(connection.introspection.table_names())}"
