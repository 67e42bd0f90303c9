"""The tables, the same on every engine.

Every row names its workspace (`team`), and foreign keys carry it, so that no row can point into another
workspace. Natural keys are unique constraints: what is written twice stands there once. Documents
(articles, readings, answers, tasks) are JSON as pydantic writes it. Times are UTC. Addresses have no limit
but indexes do, so their keys are digests.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.adapters.rows.columns import NAMING, created, ident, order
from bot.adapters.rows.moment import Moment

metadata = MetaData(naming_convention=NAMING)

articles = Table(
    "articles",
    metadata,
    ident(),
    Column("team", String, nullable=False),
    Column("address_digest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("document", Text, nullable=False),
    created(),
    UniqueConstraint("team", "id"),
    UniqueConstraint("team", "address_digest", "digest"),
)

article_keys = Table(
    "article_keys",
    metadata,
    Column("team", String, primary_key=True),
    Column("key_digest", String(64), primary_key=True),
    Column("article_id", String(32), nullable=False),
    created(),
    ForeignKeyConstraint(["team", "article_id"], ["articles.team", "articles.id"], ondelete="CASCADE"),
    Index(None, "team", "article_id"),
)

readings = Table(
    "readings",
    metadata,
    ident(),
    Column("team", String, nullable=False),
    Column("article_id", String(32), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("reader", String, nullable=False),
    Column("model", String, nullable=False),  # "" where the reader has none: NULLs would never be equal
    Column("prompt", String, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("denials", Integer, nullable=False),
    Column("document", Text, nullable=False),
    created(),
    UniqueConstraint("team", "id"),
    UniqueConstraint("team", "digest", "reader", "model", "prompt"),
    ForeignKeyConstraint(["team", "article_id"], ["articles.team", "articles.id"], ondelete="CASCADE"),
    Index(None, "team", "article_id"),
)

# What can be found again. Each engine has indexes of its own, which triggers keep: `search_mentions` over the words in `terms`
# (see `fulltext`), `search_claims` over the numbers in `likeness` (see `likeness`).
mentions = Table(
    "mentions",
    metadata,
    order(),
    Column("team", String, nullable=False),
    Column("reading_id", String(32), nullable=False),
    Column("kind", String(8), nullable=False),  # claim, denial
    Column("item", String, nullable=False),  # its id in the reading
    Column("text", Text, nullable=False),
    Column("terms", Text, nullable=False),
    Column("likeness", Text, nullable=False),  # as JSON
    UniqueConstraint("team", "reading_id", "kind", "item"),
    ForeignKeyConstraint(["team", "reading_id"], ["readings.team", "readings.id"], ondelete="CASCADE"),
)

replies = Table(
    "replies",
    metadata,
    order(),
    Column("id", String(32), nullable=False),
    Column("team", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("thread", String, nullable=False),  # "" outside a thread
    Column("link", Text, nullable=False),
    Column("link_digest", String(64), nullable=False),
    Column("request", Text, nullable=False),  # the task, as JSON, that *Try again* repeats
    Column("state", String(16), nullable=False),
    Column("ts", String),
    Column("article_id", String(32)),
    Column("reading_id", String(32)),
    created(),
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("id"),
    UniqueConstraint("team", "channel", "thread", "link_digest"),
    ForeignKeyConstraint(["team", "article_id"], ["articles.team", "articles.id"]),
    ForeignKeyConstraint(["team", "reading_id"], ["readings.team", "readings.id"]),
    Index(None, "team", "channel", "ts"),
    Index(None, "team", "article_id"),
    Index(None, "reading_id", "team"),  # the reading first: no other index leads to its replies
)

answers = Table(
    "answers",
    metadata,
    order(),
    Column("team", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("thread", String, nullable=False),
    Column("message", String, nullable=False),
    Column("asker", String),
    Column("question", Text, nullable=False),
    Column("document", Text, nullable=False),
    created(),
    UniqueConstraint("team", "channel", "message"),
    Index(None, "team", "channel", "thread"),
)

votes = Table(
    "votes",
    metadata,
    order(),
    Column("team", String, nullable=False),
    Column("reply_id", String(32), nullable=False),
    Column("user", String, nullable=False),
    Column("good", Boolean, nullable=False),
    created(),
    UniqueConstraint("team", "reply_id", "user"),
    ForeignKeyConstraint(["reply_id"], ["replies.id"], ondelete="CASCADE"),
    Index(None, "reply_id"),
)

remarks = Table(
    "remarks",
    metadata,
    order(),
    Column("team", String, nullable=False),
    Column("reply_id", String(32), nullable=False),
    Column("user", String, nullable=False),
    Column("what", String(16), nullable=False),
    Column("claim", String, nullable=False),  # an id of the reading; "" where it is about none of its claims
    Column("comment", Text, nullable=False),
    Column("article_id", String(32), nullable=False),  # what was read then: a reply may be about another reading later
    Column("reading_id", String(32), nullable=False),
    created(),
    UniqueConstraint("team", "reply_id", "user", "what", "claim"),
    ForeignKeyConstraint(["reply_id"], ["replies.id"], ondelete="CASCADE"),
    Index(None, "reply_id"),
)

channel_rules = Table(
    "channel_rules",
    metadata,
    Column("team", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("document", Text, nullable=False),
    created(),
)

uses = Table(
    "uses",
    metadata,
    Column("team", String, primary_key=True),
    Column("key_digest", String(64), primary_key=True),  # what was counted or told already
    created(),
)

meters = Table(
    "meters",
    metadata,
    Column("team", String, primary_key=True),
    Column("what", String(16), primary_key=True),
    Column("user", String, primary_key=True),  # "" for the whole workspace
    Column("since", Moment, primary_key=True),
    Column("used", BigInteger, nullable=False),
    created(),
)

aside = Table(
    "aside",
    metadata,
    Column("team", String, primary_key=True),
    Column("key_digest", String(64), primary_key=True),  # what will be counted
    Column("amount", BigInteger, nullable=False),
    Column("until", Moment, nullable=False),
    created(),
)

paces = Table(
    "paces",
    metadata,
    Column("team", String, primary_key=True),
    Column("what", String, primary_key=True),
    Column("turns", ARRAY(Double).with_variant(Text(), "sqlite"), nullable=False),  # seconds; one process needs none
    created(),
)

secrets = Table(
    "secrets",
    metadata,
    Column("key", String, primary_key=True),
    Column("team", String, nullable=False, index=True),  # "" for what belongs to no workspace yet
    Column("org", String, nullable=False, index=True),  # the organisation through which we are there, or ""
    Column("sealed", Text, nullable=False),
    Column("until", Moment, index=True),
    created(),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),  # the order of acceptance
    Column("key", Text, nullable=False),
    Column("team", String, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("lane", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("deaths", Integer, nullable=False),  # processes that died while they ran it
    Column("run_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("accepted_at", Moment, nullable=False, index=True),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("error", String(64)),  # the class of the last error, never its text
    UniqueConstraint("key"),
    Index(None, "state", "id"),
    Index(None, "lane", "state", "id"),
    sqlite_autoincrement=True,  # an id is never given out twice, even after old rows are purged
)
