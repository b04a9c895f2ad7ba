"""After which other steps does this one rest, and for how long?"""

from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.actions.edit import FARTHEST_APART
from tracker.domain.routine import NotAfter, Step
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.sentence_line import SentenceLine, pieces
from tracker.ui.widgets.spoken import name
from tracker.words.routine_editor import (
    add_rest_label,
    no_days,
    not_after_days,
    not_after_pattern,
    not_after_step,
    remove_label,
    spoken_remove,
)
from tracker.words.routine_list import told_apart


class RestLine(SentenceLine):
    """Never within so many days after that step."""

    changed = Signal()
    removed = Signal()

    def __init__(self, rest: NotAfter, steps: list[Step]) -> None:
        super().__init__()
        self._names = told_apart(steps)
        spoken = not_after_days(self._names[rest.step])
        self.days = NumberField(spoken, 1, FARTHEST_APART, rest.days)
        self.days.setFixedWidth(100)
        self.step = Choice(not_after_step(), self._names.items(), rest.step)
        self.remove = Link(remove_label())
        self.setFocusProxy(self.step)
        self.days.changed.connect(self._on_changed)
        self.step.changed.connect(self._on_changed)
        self.remove.clicked.connect(self.removed)
        self._say()

    @property
    def rest(self) -> NotAfter | None:
        """What the line says; None where no number stands in it."""
        return None if self.days.number is None else NotAfter(self.step.code, self.days.number)

    def _say(self) -> None:
        pattern = not_after_pattern(self.days.number or 1)
        self.show_pieces([*pieces(pattern, {"days": self.days, "step": self.step}), self.remove])
        step = self._names[self.step.code]
        self.days.call(not_after_days(step))
        name(self.remove, spoken_remove(step))

    @Slot()
    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()


class NotAfterField(QWidget):
    """A line for each, and what adds another."""

    changed = Signal()
    """Others stand here."""

    def __init__(self, rests: tuple[NotAfter, ...], steps: list[Step]) -> None:
        """`steps` are those after which it may rest."""
        super().__init__()
        self._steps = steps
        self.lines: list[RestLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.links: dict[bool, Link] = {}
        row = Flow()
        for is_first in (True, False):
            link = self.links[is_first] = Link(add_rest_label(is_first=is_first))
            link.clicked.connect(self._on_add)
            row.addWidget(link)
        self._column.addLayout(row)
        for rest in rests:
            self._add(rest)
        self._show_link()

    @property
    def rests(self) -> tuple[NotAfter, ...] | None:
        """What the lines say; None where one of them says nothing."""
        found = [line.rest for line in self.lines]
        said = tuple(one for one in found if one is not None)
        return said if len(said) == len(found) else None

    @property
    def fault(self) -> str:
        """What is wrong; nothing where all is right."""
        return no_days(FARTHEST_APART) if self.rests is None else ""

    def _order(self) -> None:
        """Tab comes to a line that was added where it stands, and not at the end."""
        stops = [stop for line in self.lines for stop in line.stops]
        for one, following in pairwise([self.links[True], *stops, self.links[False]]):
            QWidget.setTabOrder(one, following)

    def _add(self, rest: NotAfter) -> RestLine:
        line = RestLine(rest, self._steps)
        line.changed.connect(self.changed)
        line.removed.connect(self._on_removed)
        self._column.insertWidget(len(self.lines), line)
        line.show()
        self.lines.append(line)
        return line

    def _show_link(self) -> None:
        taken = {line.step.code for line in self.lines}
        is_more = any(step.id not in taken for step in self._steps)
        for is_first, link in self.links.items():
            link.setVisible(is_more and is_first == (not self.lines))

    @Slot()
    def _on_add(self) -> None:
        taken = {line.step.code for line in self.lines}
        free = [step.id for step in self._steps if step.id not in taken]
        line = self._add(NotAfter(free[0], 1))
        self._order()
        self._show_link()
        line.setFocus()
        self.changed.emit()

    @Slot()
    def _on_removed(self) -> None:
        line = self.sender()
        if not isinstance(line, RestLine):
            return
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._show_link()
        self.links[not self.lines].setFocus()
        self.changed.emit()
