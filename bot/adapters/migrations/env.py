"""Run by Alembic: migrates over the connection that `upgrade` hands in."""

from alembic import context

from bot.adapters.rows.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
