"""What the tables share: how their indexes and constraints are named, and the columns that many of them have."""

from typing import Any

from sqlalchemy import Column, Integer, String

from bot.adapters.rows.moment import Moment

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def ident() -> Column[str]:
    return Column("id", String(32), primary_key=True)


def order() -> Column[int]:
    """Counts up in the order of insertion; ties and clock jumps do not disturb it."""
    return Column("n", Integer, primary_key=True, autoincrement=True)


def created() -> Column[Any]:
    return Column("created_at", Moment, nullable=False, index=True)
