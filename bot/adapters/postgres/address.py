"""Where a Postgres is: what `DATABASE_URL` says, as SQLAlchemy and as libpq want it, and what of it may be shown."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.adapters.rows.database import reason
from bot.errors import LibraryError

FROZEN = "-c idle_in_transaction_session_timeout=10s"  # a frozen process lets go of what it had locked
ALIVE = {
    "connect_timeout": "10",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
}  # a server whose machine is gone is noticed within half a minute, not when the kernel gives up after a quarter of an hour
PROGRAM = "claims-bot"  # what the server calls our connections, unless DATABASE_URL names them


def url_of(database_url: str) -> URL:
    """For SQLAlchemy, with the driver named, our own name, and what the address itself does not say about silence.

    Raises `LibraryError` for what is no URL; never shows it.
    """
    url = _parsed(database_url).set(drivername="postgresql+psycopg")
    return with_options(url.set(query=ALIVE | {"application_name": PROGRAM} | dict(url.query)), FROZEN)


def whereabouts(database_url: str) -> str:
    """The database's name and host, which may be shown. Raises `LibraryError`."""
    url = _parsed(database_url)
    host = url.host or url.query.get("host")
    return f"{url.database or 'the default database'} on {host or 'this machine'}"


def with_options(url: URL, options: str) -> URL:
    """For the server, after those that are given already."""
    given = url.query.get("options", ())
    return url.update_query_dict({"options": " ".join([*([given] if isinstance(given, str) else given), options])})


def conninfo(url: URL) -> str:
    """For libpq, which does not read the `+` with which SQLAlchemy writes a space. Raises `LibraryError`."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import make_conninfo

    named = url.translate_connect_args(username="user", database="dbname")
    query = {name: value if isinstance(value, str) else ",".join(value) for name, value in url.query.items()}
    try:
        return make_conninfo("", **named, **query)
    except ProgrammingError as error:
        raise LibraryError(f"DATABASE_URL has a parameter that Postgres does not know ({reason(error)}).") from None


def _parsed(database_url: str) -> URL:
    try:
        url = make_url(database_url)
    except (ArgumentError, ValueError):  # ValueError for a port that is no number
        url = None
    if url is None or "@" in (url.host or ""):  # or half of a password would pass for the host
        raise LibraryError(
            "DATABASE_URL is not an address of the form postgresql://USER:PASSWORD@HOST:PORT/NAME, with `@`, `:`, `/` "
            "and `%` in the password written as %40, %3A, %2F and %25."
        )
    return url
