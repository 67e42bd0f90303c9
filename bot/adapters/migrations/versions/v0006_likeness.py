"""An index from groups of words to the claims that hold them.

Revision ID: 0006
Revises: 0005
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.adapters.rows.indexing import keys_of
from bot.article.article import Article
from bot.claims.grammar.sameness import language_of
from bot.claims.grammar.terms import likely

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BATCH = 100  # readings

# Triggers follow the table, rows that a foreign key takes away included. Each key is its own statement on Postgres, so that the
# index is used whatever the planner knows.
SQLITE = (
    "CREATE TABLE search_claims (key INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID",
    """
    CREATE TRIGGER search_claims_added AFTER INSERT ON mentions WHEN new.likeness != '[]' BEGIN
        INSERT OR IGNORE INTO search_claims(key, n) SELECT value, new.n FROM json_each(new.likeness);
    END
    """,
    """
    CREATE TRIGGER search_claims_gone AFTER DELETE ON mentions WHEN old.likeness != '[]' BEGIN
        DELETE FROM search_claims WHERE n = old.n AND key IN (SELECT value FROM json_each(old.likeness));
    END
    """,
)
POSTGRES = (
    "CREATE TABLE search_claims (key bigint NOT NULL, n integer NOT NULL, PRIMARY KEY (key, n))",
    """
    CREATE FUNCTION search_claims_added() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO search_claims (key, n)
        SELECT CAST(value AS bigint), NEW.n FROM json_array_elements_text(CAST(NEW.likeness AS json))
        ON CONFLICT DO NOTHING;
        RETURN NULL;
    END $$
    """,
    """
    CREATE FUNCTION search_claims_gone() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE gone bigint;
    BEGIN
        FOR gone IN SELECT CAST(value AS bigint) FROM json_array_elements_text(CAST(OLD.likeness AS json)) LOOP
            DELETE FROM search_claims WHERE key = gone AND n = OLD.n;
        END LOOP;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER search_claims_added AFTER INSERT ON mentions
    FOR EACH ROW WHEN (NEW.likeness != '[]') EXECUTE FUNCTION search_claims_added()
    """,
    """
    CREATE TRIGGER search_claims_gone AFTER DELETE ON mentions
    FOR EACH ROW WHEN (OLD.likeness != '[]') EXECUTE FUNCTION search_claims_gone()
    """,
)


def upgrade() -> None:
    op.add_column("mentions", sa.Column("likeness", sa.Text(), nullable=False, server_default="[]"))
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        op.execute(statement)
    op.drop_index("ix_replies_team_reading_id", "replies")
    op.create_index("ix_replies_reading_id_team", "replies", ["reading_id", "team"])
    _fill()


def _fill() -> None:
    """Claims that were read before."""
    known = sa.text("SELECT n, text FROM mentions WHERE team = :team AND reading_id = :reading AND kind = 'claim'")
    connection = op.get_bind()
    for team, reading, document in _readings():
        language = language_of(Article.model_validate_json(document))
        for n, claim in connection.execute(known, {"team": team, "reading": reading}).all():
            if keys := keys_of(team, likely(claim, language)):
                _put(n, keys)


def _readings() -> Iterator[Sequence[Any]]:
    """Workspace, id and article of each, a few at a time."""
    some = sa.text(
        "SELECT readings.team, readings.id, articles.document FROM readings "
        "JOIN articles ON articles.id = readings.article_id WHERE readings.id > :last ORDER BY readings.id LIMIT :batch"
    )
    last = ""
    while found := op.get_bind().execute(some, {"last": last, "batch": BATCH}).all():
        yield from found
        last = found[-1][1]


def _put(n: int, keys: Sequence[int]) -> None:
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE mentions SET likeness = :keys WHERE n = :n"), {"n": n, "keys": json.dumps(keys)})
    connection.execute(
        sa.text("INSERT INTO search_claims (key, n) VALUES (:key, :n)"), [{"key": key, "n": n} for key in set(keys)]
    )


def downgrade() -> None:
    op.drop_index("ix_replies_reading_id_team", "replies")
    op.create_index("ix_replies_team_reading_id", "replies", ["team", "reading_id"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER search_claims_added")
        op.execute("DROP TRIGGER search_claims_gone")
    else:
        op.execute("DROP FUNCTION search_claims_added CASCADE")
        op.execute("DROP FUNCTION search_claims_gone CASCADE")
    op.execute("DROP TABLE search_claims")
    op.drop_column("mentions", "likeness")
