"""What stands on the routine's page: the list of steps, or whatever changes one of them?"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tracker.ui.pages.routine.seen import Seen
from tracker.ui.pages.routine.step_list import StepList
from tracker.ui.widgets.order_list import OrderRow
from tracker.ui.widgets.scroll import Scroll

_NARROW: Final = 640
"""The width under which the slots stand below each other."""


class RoutinePage(Scroll):
    """The list, until something else stands in its place."""

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
        self.column.addWidget(self.list, 1)
        if before is not None:
            self._take_out(before)
        self.list.setVisible(self.form is None)
        self._arrange(self.width())
        for group in groups:
            self.list.focus_group(group)
        if has_keyboard and not groups:
            self.list.take_focus(row)

    def _has_keyboard(self) -> bool:
        where = self.window().focusWidget()
        inside = [] if self.list is None else self.list.findChildren(QWidget)
        return any(one is where for one in inside)

    def _row(self) -> str | None:
        """The step on which the keyboard is."""
        where = self.window().focusWidget()
        return where.code if isinstance(where, OrderRow) else None

    def show_form(self, form: QWidget | None) -> None:
        """Let something else stand in the list's place; None: the list again."""
        if self.form is not None:
            self._take_out(self.form)
        self.form = form
        if form is not None:
            self.column.addWidget(form, 1)
            form.show()
            self.verticalScrollBar().setValue(0)
        if self.list is not None:
            self.list.setVisible(form is None)

    def _take_out(self, widget: QWidget) -> None:
        self.column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def take_focus(self, step: str | None = None) -> None:
        """Let the keyboard go on in the form, or at a step."""
        if self.form is not None:
            self.form.setFocus()
        elif self.list is not None:
            self.list.take_focus(step)

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
