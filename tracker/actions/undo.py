"""Take the last action back, or do it again."""

from tracker.actions.change import Change
from tracker.actions.ports import Store


def undo(store: Store) -> Change | None:
    """Take back the last action of any process; None where there is none."""
    return store.undo()


def redo(store: Store) -> Change | None:
    """Do again what was last taken back; None where there is nothing."""
    return store.redo()
