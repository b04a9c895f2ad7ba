"""How does Alembic reach the database? Over the connection, and in the transaction, of its caller.

Tables are rebuilt where SQLite cannot alter them ("batch").
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
