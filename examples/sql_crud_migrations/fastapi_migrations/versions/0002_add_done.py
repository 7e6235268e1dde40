"""Add whether a note is done."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Go one version up."""
    with op.batch_alter_table("note") as table:
        table.add_column(
            sa.Column("done", sa.Boolean(), nullable=False, server_default=sa.false())  # (1)!
        )


def downgrade() -> None:
    """Go one version down."""
    with op.batch_alter_table("note") as table:
        table.drop_column("done")
