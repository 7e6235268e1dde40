"""How Alembic reaches the database and the models."""

from alembic import context
from fastapi_app import SQLModel, engine

with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()
