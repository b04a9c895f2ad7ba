"""Which steps have at most one turn a day among them, and which of them comes first?"""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.actions.regroup import is_taken, regroup, regrouped
from tracker.domain.routine import SLOTS, Group
from tracker.domain.routine import Slot as DaySlot
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Intent, Occasion, Span
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.fold import Fold
from tracker.ui.widgets.line_field import LineField
from tracker.ui.widgets.option_row import Option
from tracker.ui.widgets.options import Options
from tracker.ui.widgets.order_list import Line, OrderList
from tracker.words import routine_group as words
from tracker.words.form import no_day
from tracker.words.routine_list import told_apart
from tracker.words.today import slot_name


class GroupForm(Form):
    """The group's name, its steps, their order, and from when; or that it ends."""

    def __init__(self, occasion: Occasion, group: Group | None) -> None:
        """None for a new group."""
        self._known = None if group is None else group.name
        self._members = [] if group is None else list(group.priority)
        self._is_new = group is None
        super().__init__(occasion, words.group_title(), words.group_agree())
        self.called = LineField(words.name_label())
        self.called.setText(self._known or words.new_name(_taken(occasion)))
        self.steps = Options(_options(occasion), self._members)
        self.order: OrderList | None = None
        self._orders = QWidget()
        self._order_column = QVBoxLayout(self._orders)
        self._order_column.setContentsMargins(0, 0, 0, 0)
        self.begins = DayField(
            words.begins_label(), occasion.today, occasion.today, occasion.week_start
        )
        shown = Fold(words.change_steps(), self.steps)
        if group is None:
            shown.open()
        self._called = self.add(Field(words.name_label(), self.called))
        self._steps = self.add(Field(words.steps_label(), shown))
        self._order = self.add(Field(words.order_label(), self._orders, about=words.order_about()))
        self._begins = self.add(Field(words.begins_label(), self.begins))
        self.ending = Link(words.end_label())
        self.ending.clicked.connect(self._on_ending)
        self.column.insertWidget(2, self.ending, 0, Qt.AlignmentFlag.AlignLeft)
        self.called.textChanged.connect(self.refresh)
        self.steps.changed.connect(self._on_steps_changed)
        self.begins.changed.connect(self.refresh)
        self.begins.changed.connect(self._say_agree)
        self._show_order()
        self._say_agree()

    def take_focus(self) -> None:
        """At the order where there is one, else at the steps."""
        if self.order is not None and self._members:
            self.order.take_focus()
        else:
            self.steps.setFocus()

    def _show_order(self) -> None:
        """The chosen steps in their order."""
        if self.order is not None:
            self._order_column.removeWidget(self.order)
            self.order.hide()
            self.order.deleteLater()
        names = told_apart(self.occasion.routine.steps)
        self.order = OrderList([Line(step, names[step]) for step in self._members])
        self.order.ordered.connect(self._on_ordered)
        self._order_column.addWidget(self.order)
        self.order.show()
        self._order.setVisible(len(self._members) > 1)

    def intent(self) -> Intent | None:
        """The group from that day on; none of it ends it."""
        day, members, called = self.begins.day, tuple(self._members), self.called.words
        if not called:
            self.wrong(self._called, words.no_name())
        elif is_taken(self.occasion.routine, self._known, called, day or self.occasion.today):
            self.wrong(self._called, words.name_taken(called))
        if day is None:
            self.wrong(self._begins, no_day())
        elif day < self.occasion.today:
            self.wrong(self._begins, words.gone_by())
        if len(members) == 1 or (self._is_new and not members):
            self.missing(self._steps, words.too_few())
        if day is None:
            return None
        names = {one.id: one.name for one in self.occasion.routine.steps}
        supposing = partial(
            regrouped, name=self._known, called=called, priority=members, begins=day
        )
        act = partial(
            regroup,
            clock=self.occasion.clock,
            name=self._known,
            called=called,
            priority=members,
            begins=day,
        )
        said = words.group_said([names[step] for step in members])
        return Intent((day, members, called), supposing, act, said, Span(day))

    @Slot()
    def _say_agree(self) -> None:
        """Where no step is chosen any more, the group ends."""
        day, ends = self.begins.day, not self._is_new and not self._members
        self.ending.setVisible(not self._is_new and not ends)
        label = words.end_agree(day, self.occasion.today) if ends else words.group_agree()
        if self.agree.label != label:
            self.agree.set_label(label)

    @Slot()
    def _on_ending(self) -> None:
        """What follows is said, and waits to be agreed to."""
        self.steps.choose([])
        self._on_steps_changed()
        self.agree.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_steps_changed(self) -> None:
        """A step that is chosen comes last, one that is not any more goes."""
        chosen = self.steps.chosen
        kept = [step for step in self._members if step in chosen]
        self._members = [*kept, *(step for step in chosen if step not in kept)]
        self._show_order()
        self._say_agree()
        self.refresh()

    @Slot(list)
    def _on_ordered(self, members: list[str]) -> None:
        self._members = members
        self.refresh()


def _taken(occasion: Occasion) -> set[str]:
    """The names of all groups that are there today, or will be."""
    routine, today = occasion.routine, occasion.today
    return {one.name for one in routine.groups if is_taken(routine, None, one.name, today)}


def _options(occasion: Occasion) -> list[tuple[str, list[Option]]]:
    """The steps of each slot."""

    def of(slot: DaySlot) -> list[Option]:
        return [Option(one.id, one.name) for one in occasion.steps() if one.slot == slot]

    return [(slot_name(slot), of(slot)) for slot in SLOTS if of(slot)]
