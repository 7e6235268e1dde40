"""Create the table of notes."""

import sqlalchemy as sa
import sqlmodel  # (1)!
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Go one version up."""
    op.create_table(
        "note",
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    """Go one version down."""
    op.drop_table("note")
