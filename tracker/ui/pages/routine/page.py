"""What stands on the routine's page: the list of steps, or whatever changes one of them?"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tracker.ui.pages.routine.seen import Seen
from tracker.ui.pages.routine.step_list import StepList
from tracker.ui.widgets.order_list import OrderRow
from tracker.ui.widgets.scroll import Scroll

_NARROW: Final = 640
"""The width under which the slots stand below each other."""
_MARGIN: Final = 28


class RoutinePage(QWidget):
    """The list, until something else stands in its place; over it, a question about that."""

    step_wanted = Signal(str)
    adding_wanted = Signal()
    group_wanted = Signal(object)
    ordered = Signal(str, list)
    printing_wanted = Signal()
    brought_back = Signal(str)
    """All as in `StepList`."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Seen | None = None
        self.list: StepList | None = None
        self.form: QWidget | None = None
        self.question: QWidget | None = None
        self._below: QWidget | None = None
        self._awaited: str | None = None
        """A step that is to have the keyboard as soon as it is in the list."""
        self.room = Scroll()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._asking = QVBoxLayout()
        self._column.addLayout(self._asking)
        self._column.addWidget(self.room, 1)
        self._closing = QVBoxLayout()
        self._column.addLayout(self._closing)

    def show_seen(self, seen: Seen) -> None:
        """Show the steps as they are."""
        self.seen = seen
        before, has_keyboard, row = self.list, self._has_keyboard(), self._row()
        groups = () if before is None else before.group_at(self.window().focusWidget())
        self.list = StepList(seen)
        for mine, its in (
            (self.step_wanted, self.list.step_wanted),
            (self.adding_wanted, self.list.adding_wanted),
            (self.group_wanted, self.list.group_wanted),
            (self.ordered, self.list.ordered),
            (self.printing_wanted, self.list.printing_wanted),
            (self.brought_back, self.list.brought_back),
        ):
            its.connect(mine)
        self.room.column.addWidget(self.list, 1)
        if before is not None:
            _take_out(before)
        self.list.setVisible(self.form is None)
        self._arrange(self.width())
        for group in groups:
            self.list.focus_group(group)
        if has_keyboard and not groups:
            self.list.take_focus(self._awaited or row)
        self._awaited = None

    def _has_keyboard(self) -> bool:
        where = self.window().focusWidget()
        inside = [] if self.list is None else self.list.findChildren(QWidget)
        return any(one is where for one in inside)

    def _row(self) -> str | None:
        """The step on which the keyboard is."""
        where = self.window().focusWidget()
        return where.code if isinstance(where, OrderRow) else None

    def show_form(
        self, form: QWidget | None, *, scrolls: bool = False, below: QWidget | None = None
    ) -> None:
        """Let something else stand in the list's place; None: the list again.

        `scrolls`: it does so by itself, and has all the room. `below` stays in sight while the
        form scrolls above it.
        """
        for before in (self.form, self._below):
            if before is not None:
                _take_out(before)
        self.form, self._below = form, below
        sides, ends = (_MARGIN, 14) if below is not None else (0, 0)
        self._closing.setContentsMargins(sides, ends, sides, ends)
        if below is not None:
            self._closing.addWidget(below)
            below.show()
        self.room.setVisible(not scrolls)
        if form is not None:
            (self._column if scrolls else self.room.column).addWidget(form, 1)
            form.show()
            self.room.verticalScrollBar().setValue(0)
        if self.list is not None:
            self.list.setVisible(form is None)

    def show_question(self, question: QWidget | None) -> None:
        """Ask something above what stands on the page; None: ask nothing."""
        if self.question is not None:
            _take_out(self.question)
        self.question = question
        sides, top = (0, 0) if question is None else (_MARGIN, 20)
        self._asking.setContentsMargins(sides, top, sides, 0)
        if question is not None:
            self._asking.addWidget(question)
            question.show()

    def take_focus(self, step: str | None = None) -> None:
        """Let the keyboard go on in the form, or at a step."""
        if self.form is not None:
            self.form.setFocus()
        elif self.list is not None:
            self.list.take_focus(step)
            is_there = any(step in rows.codes for rows in self.list.lists.values())
            self._awaited = None if is_there else step

    def focus_group(self, group: str | None) -> None:
        """Let the keyboard go on at what leads to a group's form; None: to that of a new one."""
        if self.list is not None:
            self.list.focus_group(group)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The slots stand beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        if self.list is not None:
            way = QBoxLayout.Direction
            self.list.slots.setDirection(way.TopToBottom if width < _NARROW else way.LeftToRight)


def _take_out(widget: QWidget) -> None:
    """What is hidden and deleted leaves its layout by itself."""
    widget.hide()
    widget.deleteLater()
