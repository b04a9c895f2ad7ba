"""What does a screen reader say of a widget?

The first name that is given wakes Qt's accessibility, and with it the message bus. Until the first
frame stands names are therefore only noted down.
"""

from PySide6.QtWidgets import QWidget


class _Voice:
    """The names that wait for the first frame; None once it stands."""

    waiting: list[tuple[QWidget, str]] | None = None


def name(widget: QWidget, spoken: str) -> None:
    """Have a screen reader call the widget that."""
    if _Voice.waiting is None:
        widget.setAccessibleName(spoken)
    else:
        _Voice.waiting.append((widget, spoken))


def hold() -> None:
    """Note names down from now on."""
    _Voice.waiting = []


def release() -> None:
    """Give the names that were noted down, and every later one at once."""
    waiting, _Voice.waiting = _Voice.waiting or [], None
    for widget, spoken in waiting:
        widget.setAccessibleName(spoken)
