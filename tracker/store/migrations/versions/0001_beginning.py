"""Everything that the first version keeps."""

from pathlib import Path

from alembic import op

from tracker.store.identity import APPLICATION_ID

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Mark the file as ours, and create every table as the file beside this one has them."""
    op.get_bind().exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n")
    for statement in filter(str.strip, statements):
        op.get_bind().exec_driver_sql(statement)
