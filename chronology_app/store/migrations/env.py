"""What alembic runs around every script: our own connection, and one transaction for them all."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="format",
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
