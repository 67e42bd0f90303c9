"""What can be found again, with each engine's own full-text index.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# The index holds no text of its own; triggers follow the table, rows that a foreign key takes away included.
SQLITE = (
    """
    CREATE VIRTUAL TABLE search_mentions
    USING fts5(terms, content='mentions', content_rowid='n', tokenize='ascii', detail='none')
    """,
    """
    CREATE TRIGGER search_mentions_added AFTER INSERT ON mentions BEGIN
        INSERT INTO search_mentions(rowid, terms) VALUES (new.n, new.terms);
    END
    """,
    """
    CREATE TRIGGER search_mentions_gone AFTER DELETE ON mentions BEGIN
        INSERT INTO search_mentions(search_mentions, rowid, terms) VALUES ('delete', old.n, old.terms);
    END
    """,
)
POSTGRES = ("CREATE INDEX search_mentions ON mentions USING gin (array_to_tsvector(string_to_array(terms, ' ')))",)


def upgrade() -> None:
    op.create_table(
        "mentions",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("reading_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team", "reading_id"], ["readings.team", "readings.id"], name="fk_mentions_readings", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("n", name="pk_mentions"),
        sa.UniqueConstraint("team", "reading_id", "kind", "item", name="uq_mentions_team_reading_id_kind_item"),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_mentions")
    op.drop_table("mentions")
