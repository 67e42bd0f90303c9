"""What people say is wrong with a reading, claim by claim.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "remarks",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("reply_id", sa.String(length=32), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("article_id", sa.String(length=32), nullable=False),
        sa.Column("reading_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["reply_id"], ["replies.id"], name="fk_remarks_replies", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("n", name="pk_remarks"),
        sa.UniqueConstraint(
            "team", "reply_id", "user", "what", "claim", name="uq_remarks_team_reply_id_user_what_claim"
        ),
    )
    op.create_index("ix_remarks_created_at", "remarks", ["created_at"])
    op.create_index("ix_remarks_reply_id", "remarks", ["reply_id"])


def downgrade() -> None:
    op.drop_table("remarks")
