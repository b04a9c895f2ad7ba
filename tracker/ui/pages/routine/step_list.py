"""Which steps does the routine have, when is each due, and which were there before?"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.routine import SLOTS, Group, Slot, Step
from tracker.ui.pages.routine.seen import Seen
from tracker.ui.theme.type import BODY, NAME, PAGE_TITLE, SMALL
from tracker.ui.widgets.button import Button, Link
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.fold import Fold
from tracker.ui.widgets.order_list import Line, OrderList
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.text import Text
from tracker.words import routine_list as words
from tracker.words.today import slot_name
from tracker.words.window import page_name


class StepList(QWidget):
    """The steps by slot, what gives way to what, and what is over."""

    step_wanted = Signal(str)
    """A step's id: it is to be changed."""
    adding_wanted = Signal()
    """A step is to be added."""
    group_wanted = Signal(object)
    """A `Group` is to be changed; None: a new one is wanted."""
    ordered = Signal(str, list)
    """A slot, and its steps' ids in another order."""
    printing_wanted = Signal()
    """The card for the bathroom door."""
    brought_back = Signal(str)
    """The id of a step that is over and is to be taken up again."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.lists: dict[Slot, OrderList] = {}
        self.changing: dict[str | None, Pressable] = {}
        """What leads to the form of each group, by its name; under None to that of a new one."""
        self.slots = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.slots.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._heading(seen))
        column.addWidget(Text(_opening(seen), BODY, muted=True, wraps=True))
        for slot in SLOTS:
            if seen.steps(slot):
                self.slots.addWidget(self._card(slot, seen), 1)
        column.addLayout(self.slots)
        if len(seen.routine.steps) > 1:
            column.addWidget(self._groups(seen))
        if seen.over():
            column.addWidget(self._over(seen))
        column.addStretch(1)

    def _heading(self, seen: Seen) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Text(page_name("routine"), PAGE_TITLE, wraps=True), 1)
        self.adding = Button(words.add_label(), "primary")
        self.adding.clicked.connect(self.adding_wanted)
        self.printing = Button(words.print_label())
        self.printing.clicked.connect(self.printing_wanted)
        if not seen.routine.steps:
            self.printing.hide()
        row.addWidget(self.printing)
        row.addWidget(self.adding)
        return row

    def _card(self, slot: Slot, seen: Seen) -> TitledCard:
        card = TitledCard(slot_name(slot))
        card.column.setContentsMargins(18, 16, 12, 12)
        lines = [
            Line(one.id, one.name, words.step_line(one, seen.today)) for one in seen.steps(slot)
        ]
        rows = self.lists[slot] = OrderList(lines, opens=True)
        rows.opened.connect(self.step_wanted)
        rows.ordered.connect(partial(self.ordered.emit, slot))
        card.column.addWidget(rows)
        card.column.addStretch(1)
        return card

    def _groups(self, seen: Seen) -> TitledCard:
        card = TitledCard(words.groups_title())
        card.column.addWidget(Wrapped(words.groups_about(), SMALL, muted=True))
        for group in seen.groups():
            card.column.addWidget(self._group(group, seen))
        new = Link(words.add_group_label())
        new.clicked.connect(partial(self.group_wanted.emit, None))
        self.changing[None] = new
        card.column.addLayout(_in_a_row(new))
        return card

    def _group(self, group: Group, seen: Seen) -> QWidget:
        names = seen.routine.names()
        slots = {step.slot for step in seen.routine.steps if step.id in group.priority}
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(Wrapped(group.name, NAME))
        slot = next(iter(slots)) if len(slots) == 1 else None
        members = words.group_line(group, names, slot)
        said.addWidget(Wrapped(members, SMALL, muted=True))
        change = Button(words.change_label())
        change.clicked.connect(partial(self.group_wanted.emit, group))
        name(change, words.spoken_change(group.name, members))
        self.changing[group.name] = change
        row.addLayout(said, 1)
        row.addWidget(change)
        return line

    def _over(self, seen: Seen) -> Fold:
        card = TitledCard(words.retired_title())
        for step in seen.over():
            card.column.addWidget(self._over_line(step, seen))
        return Fold(words.retired_label(len(seen.over())), card)

    def _over_line(self, step: Step, seen: Seen) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(Wrapped(step.name, NAME))
        said.addWidget(Wrapped(words.retired_line(step, seen.today), SMALL, muted=True))
        back = Button(words.bring_back_label())
        name(back, words.spoken_bring_back(step.name))
        back.clicked.connect(partial(self.brought_back.emit, step.id))
        row.addLayout(said, 1)
        row.addWidget(back)
        return line

    def group_at(self, widget: QWidget | None) -> tuple[str | None, ...]:
        """The group to whose form the widget leads, alone; empty where it leads to none."""
        return tuple(group for group, one in self.changing.items() if one is widget)

    def focus_group(self, group: str | None) -> None:
        """At what leads to a group's form; at the first step where that is gone."""
        if group in self.changing:
            self.changing[group].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.take_focus()

    def take_focus(self, step: str | None = None) -> None:
        """At a step, or at the first; without any, where one is added."""
        holding = [rows for rows in self.lists.values() if step in rows.codes]
        for rows in (*holding, *self.lists.values()):
            rows.take_focus(step)
            return
        self.adding.setFocus()


def _opening(seen: Seen) -> str:
    return words.opening() if seen.routine.steps else words.no_steps_line()


def _in_a_row(*widgets: QWidget) -> Flow:
    row = Flow()
    for widget in widgets:
        row.addWidget(widget)
    return row
