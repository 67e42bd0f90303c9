"""Articles, readings, replies, answers, usage and jobs.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("asker", sa.String(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_answers"),
        sa.UniqueConstraint("team", "channel", "message", name="uq_answers_team_channel_message"),
    )
    op.create_index("ix_answers_created_at", "answers", ["created_at"])
    op.create_index("ix_answers_team_channel_thread", "answers", ["team", "channel", "thread"])

    op.create_table(
        "articles",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("address_digest", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("team", "address_digest", "digest", name="uq_articles_team_address_digest_digest"),
        sa.UniqueConstraint("team", "id", name="uq_articles_team_id"),
    )
    op.create_index("ix_articles_created_at", "articles", ["created_at"])

    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("key", name="uq_jobs_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_jobs_accepted_at", "jobs", ["accepted_at"])
    op.create_index("ix_jobs_lane_state_id", "jobs", ["lane", "state", "id"])
    op.create_index("ix_jobs_state_id", "jobs", ["state", "id"])

    op.create_table(
        "meters",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "what", "user", "since", name="pk_meters"),
    )
    op.create_index("ix_meters_created_at", "meters", ["created_at"])

    op.create_table(
        "uses",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("key_digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "key_digest", name="pk_uses"),
    )
    op.create_index("ix_uses_created_at", "uses", ["created_at"])

    op.create_table(
        "article_keys",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("key_digest", sa.String(length=64), nullable=False),
        sa.Column("article_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team", "article_id"],
            ["articles.team", "articles.id"],
            name="fk_article_keys_articles",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("team", "key_digest", name="pk_article_keys"),
    )
    op.create_index("ix_article_keys_created_at", "article_keys", ["created_at"])
    op.create_index("ix_article_keys_team_article_id", "article_keys", ["team", "article_id"])

    op.create_table(
        "readings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("denials", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team", "article_id"], ["articles.team", "articles.id"], name="fk_readings_articles", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint(
            "team", "digest", "reader", "model", "prompt", name="uq_readings_team_digest_reader_model_prompt"
        ),
        sa.UniqueConstraint("team", "id", name="uq_readings_team_id"),
    )
    op.create_index("ix_readings_created_at", "readings", ["created_at"])
    op.create_index("ix_readings_team_article_id", "readings", ["team", "article_id"])

    op.create_table(
        "replies",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("link_digest", sa.String(length=64), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("article_id", sa.String(length=32), nullable=True),
        sa.Column("reading_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["team", "article_id"], ["articles.team", "articles.id"], name="fk_replies_articles"),
        sa.ForeignKeyConstraint(["team", "reading_id"], ["readings.team", "readings.id"], name="fk_replies_readings"),
        sa.PrimaryKeyConstraint("n", name="pk_replies"),
        sa.UniqueConstraint("id", name="uq_replies_id"),
        sa.UniqueConstraint(
            "team", "channel", "thread", "link_digest", name="uq_replies_team_channel_thread_link_digest"
        ),
    )
    op.create_index("ix_replies_created_at", "replies", ["created_at"])
    op.create_index("ix_replies_team_article_id", "replies", ["team", "article_id"])
    op.create_index("ix_replies_team_channel_ts", "replies", ["team", "channel", "ts"])
    op.create_index("ix_replies_team_reading_id", "replies", ["team", "reading_id"])

    op.create_table(
        "votes",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("reply_id", sa.String(length=32), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("good", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["reply_id"], ["replies.id"], name="fk_votes_replies", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("n", name="pk_votes"),
        sa.UniqueConstraint("team", "reply_id", "user", name="uq_votes_team_reply_id_user"),
    )
    op.create_index("ix_votes_created_at", "votes", ["created_at"])
    op.create_index("ix_votes_reply_id", "votes", ["reply_id"])


def downgrade() -> None:
    op.drop_table("votes")
    op.drop_table("uses")
    op.drop_table("meters")
    op.drop_table("replies")
    op.drop_table("readings")
    op.drop_table("article_keys")
    op.drop_table("jobs")
    op.drop_table("articles")
    op.drop_table("answers")
