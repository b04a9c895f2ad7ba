"""How does the keyboard move among things that are chosen side by side?"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.pressable import Pressable

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Neighbour(Pressable):
    """One of them, with a `code` of its own."""

    stepped = Signal(int)
    """An arrow was pressed: -1 for the one before, 1 for the one after."""

    def __init__(self, code: str, label: str) -> None:
        super().__init__(label)
        self.code = code
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours; Enter is left to what they stand in."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in _ENTER:
            event.ignore()
        elif step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class Neighbours(QWidget):
    """All of them. Tab comes to one, arrows lead to the others and stop at the ends."""

    @property
    def members(self) -> Sequence[Neighbour]:
        """All of them, in their order."""
        raise NotImplementedError

    def stop_at(self, stop: Neighbour) -> None:
        """Have the keyboard come to that one."""
        self.setFocusProxy(stop)
        for member in self.members:
            is_stop = member is stop
            member.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    @Slot(int)
    def on_stepped(self, by: int) -> None:
        """Go to the neighbour of the one that tells of an arrow."""
        members = self.members
        places = [place for place, member in enumerate(members) if member is self.sender()]
        if places and 0 <= places[0] + by < len(members):
            other = members[places[0] + by]
            self.stop_at(other)
            other.setFocus(Qt.FocusReason.TabFocusReason)
            self.arrived_at(other)

    def arrived_at(self, member: Neighbour) -> None:
        """An arrow led to that one; nothing else comes of it, unless told otherwise."""
