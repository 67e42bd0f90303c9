"""The pace that several processes keep together.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paces",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("turns", sa.ARRAY(sa.Double()).with_variant(sa.Text(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "what", name="pk_paces"),
        prefixes=["UNLOGGED"] if op.get_bind().dialect.name == "postgresql" else [],
    )
    op.create_index("ix_paces_created_at", "paces", ["created_at"])


def downgrade() -> None:
    op.drop_table("paces")
