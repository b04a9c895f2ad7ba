"""What is said of the selected day: its steps, why each rests, and what rests them?"""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions.views.calendar import CalendarView, DayView
from tracker.actions.views.today import SlotCard
from tracker.domain.day import Day
from tracker.domain.routine import Pause, StepId, Treatment
from tracker.ui.pages.calendar.day_row import DayRow
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.button import Button, Link
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.mark import mark_of
from tracker.ui.widgets.spoken import name
from tracker.words import calendar_day as words
from tracker.words.today import Names, slot_count, slot_name


class DayPanel(TitledCard):
    """A card of the day; whatever stood on it is made anew with each day."""

    opened = Signal(object)
    """The `Day` is to be opened on Today."""
    pause_ended = Signal(object)
    """A `Pause` that runs is to end."""
    removed = Signal(object)
    """A `Pause` or a `Treatment` is to be removed."""

    why_wanted = Signal(str)
    """Why the step with that id stands so is to be told."""

    def __init__(self) -> None:
        super().__init__("")
        self.rows: list[DayRow] = []
        self.shown: tuple[DayView, Day] | None = None
        self._body = QWidget()
        self.open = Button(words.open_day_label())
        self.open.clicked.connect(self._on_open_clicked)
        self.column.addWidget(self._body)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_view(self, view: CalendarView) -> None:
        """Show the day that the view shows in full."""
        if self.shown == (view.shown, view.today):
            return
        self.shown = (view.shown, view.today)
        self.title.setText(words.day_heading(view.day))
        self.aside.setText(words.day_aside(view.day, view.today))
        self.open.setVisible(view.shown.is_in_reach and view.has_steps)
        before, self._body = self._body, self._made(view)
        self.column.replaceWidget(before, self._body)
        self._body.show()
        before.hide()
        before.deleteLater()

    def tell(self, step: StepId, day: Day, why: str) -> None:
        """Say why a step stands as it does; not of a day that is no longer shown."""
        if self.shown is not None and self.shown[0].day == day:
            for row in self.rows:
                if row.step == step:
                    row.tell(why)

    def _made(self, view: CalendarView) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        names = _names(view)
        self.rows = []
        for slot in view.shown.slots:
            self._add_slot(column, slot, _rows(slot, names))
        if not self.rows:
            nothing = words.nothing_planned(is_in_reach=view.shown.is_in_reach)
            column.addWidget(Wrapped(nothing, SMALL, muted=True))
        self._add_rests(column, view, names)
        self._add_skin(column, view)
        return body

    def _add_slot(self, column: QVBoxLayout, slot: SlotCard, rows: list[DayRow]) -> None:
        """Its name, unless one row stands for all of it."""
        name_of = slot_name(slot.slot)
        if name_of not in [row.label for row in rows]:
            column.addWidget(Wrapped(name_of, SMALL, muted=True))
        for row in rows:
            column.addWidget(row)
            row.why_wanted.connect(self.why_wanted)
        self.rows.extend(rows)

    def _add_rests(self, column: QVBoxLayout, view: CalendarView, names: Names) -> None:
        for pause in view.shown.pauses:
            line = words.pause_line(pause, names.by_id, view.day)
            self._add_rest(column, line, pause, can_end=_runs(pause, view.today))
        for treatment in view.shown.treatments:
            line = words.treatment_line(treatment, names.by_id, view.day)
            self._add_rest(column, line, treatment, can_end=False)

    def _add_rest(
        self, column: QVBoxLayout, line: str, record: Pause | Treatment, *, can_end: bool
    ) -> None:
        column.addSpacing(8)
        column.addWidget(Wrapped(line, SMALL, muted=True))
        row = QHBoxLayout()
        row.setSpacing(4)
        if can_end:
            end = Link(words.end_pause_label())
            name(end, words.spoken_end(line))
            end.clicked.connect(partial(self.pause_ended.emit, record))
            row.addWidget(end)
        remove = Link(words.remove_label())
        name(remove, words.spoken_remove(line))
        remove.clicked.connect(partial(self.removed.emit, record))
        row.addWidget(remove)
        row.addStretch(1)
        column.addLayout(row)

    def _add_skin(self, column: QVBoxLayout, view: CalendarView) -> None:
        rating = view.shown.rating
        for line in () if rating is None else (words.rating_line(rating), rating.note):
            if line:
                column.addSpacing(4)
                column.addWidget(Wrapped(line, SMALL, muted=True))

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.shown is not None:
            self.opened.emit(self.shown[0].day)


def _names(view: CalendarView) -> Names:
    masks = frozenset(step.id for step in view.routine.steps if step.kind == "mask")
    return Names(view.routine.names(), masks, view.day)


def _rows(slot: SlotCard, names: Names) -> list[DayRow]:
    """A row a step; those that are plainly done are one row where nothing of the slot is open."""
    done = [card for card in slot.cards if card.status == "done"]
    folded = done if slot.is_finished and len(done) > 1 else []
    line = words.folded_line(slot_count(slot), [card.name for card in folded])
    found = [DayRow(slot_name(slot.slot), line, "done")] if folded else []
    for card in slot.cards:
        if card not in folded:
            says_more = card.status not in ("done", "due") or card.slip is not None
            line = words.day_step_line(card, names)
            found.append(DayRow(card.name, line, mark_of(card), card.step if says_more else None))
    return found


def _runs(pause: Pause, today: Day) -> bool:
    """Whether a pause that has begun is not over."""
    return pause.begins <= today and (pause.ends is None or pause.ends >= today)
