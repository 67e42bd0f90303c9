"""What is set aside of an allowance for work that is under way.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aside",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("key_digest", sa.String(64), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "key_digest", name="pk_aside"),
    )
    op.create_index("ix_aside_created_at", "aside", ["created_at"])


def downgrade() -> None:
    op.drop_table("aside")
