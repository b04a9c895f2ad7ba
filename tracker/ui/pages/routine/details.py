"""What is said of a step beside its schedule?"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.actions.edit import StepDraft
from tracker.domain.outside import NOTE_LENGTH
from tracker.domain.routine import KINDS_OF_STEP, SLOTS, Kind
from tracker.ui.pages.routine.maybe import Maybe
from tracker.ui.pages.routine.seen import Seen
from tracker.ui.pages.routine.sentences.base import Place
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.line_field import LineField
from tracker.ui.widgets.time_field import TimeField
from tracker.words import routine_editor as words
from tracker.words.form import no_day
from tracker.words.routine_list import kind_names
from tracker.words.today import slot_name

_EVENING = "21:00"


class Details(TitledCard):
    """Name, kind, time of day, product, note, reminder, first and last day, enforcement."""

    changed = Signal()

    def __init__(self, draft: StepDraft, seen: Seen, place: Place) -> None:
        super().__init__(words.details_title())
        self._draft = draft
        self.name = LineField(words.name_label())
        self.name.setText(draft.name)
        kinds = [(one, kind_names()[one]) for one in KINDS_OF_STEP]
        self.kind = Choice(words.kind_label(), kinds, draft.kind)
        slots = [(one, slot_name(one)) for one in SLOTS]
        self.slot = Choice(words.slot_label(), slots, draft.slot)
        self.product = Choice(words.product_label(), _products(draft, seen), draft.product or "")
        self.note = LineField(words.note_label(), longest=NOTE_LENGTH)
        self.note.setText(draft.note or "")
        ways = words.enforce_options(draft.kind)
        self.enforce = Choice(words.enforce_label(), ways, draft.enforce or "")
        self.time = TimeField(words.remind_label())
        self.time.show_time(draft.remind_at or _EVENING)
        self.remind = Maybe(
            words.remind_label(),
            (words.no_reminder(), words.at_a_time()),
            self.time,
            is_one=draft.remind_at is not None,
        )
        start, end = draft.start or place.day, draft.end or place.day
        self.start = DayField(words.start_label(), start, place.today, place.week_start)
        self.day = DayField(words.end_label(), end, place.today, place.week_start)
        self.day.setFixedWidth(200)
        self.end = Maybe(
            words.end_label(),
            (words.no_end(), words.on_a_day()),
            self.day,
            is_one=draft.end is not None,
        )
        self._lay_out(has_products=bool(seen.products))
        self._listen()

    def _lay_out(self, *, has_products: bool) -> None:
        self.fields = {
            "name": Field(words.name_label(), self.name),
            "note": Field(words.note_label(), self.note),
            "start": Field(words.start_label(), self.start),
            "end": Field(words.end_label(), self.end),
        }
        self.column.setSpacing(12)
        row = Flow(16)
        row.addWidget(Field(words.kind_label(), self.kind))
        row.addWidget(Field(words.slot_label(), self.slot))
        if has_products:
            row.addWidget(Field(words.product_label(), self.product))
        self.column.addWidget(self.fields["name"])
        self.column.addLayout(row)
        self.column.addWidget(self.fields["note"])
        self.column.addWidget(Field(words.remind_label(), self.remind))
        if self._draft.id is not None:
            self.column.addWidget(self.fields["start"])
        self.column.addWidget(self.fields["end"])
        self.column.addWidget(Field(words.enforce_label(), self.enforce))

    def _listen(self) -> None:
        self.kind.changed.connect(self._on_kind_changed)
        for line in (self.name, self.note):
            line.textChanged.connect(self.changed)
        for control in (self.kind, self.slot, self.product, self.enforce):
            control.changed.connect(self.changed)
        for maybe in (self.remind, self.end):
            maybe.changed.connect(self.changed)
        self.time.settled.connect(self.changed)
        for day in (self.start, self.day):
            day.changed.connect(self.changed)

    @Slot()
    def _on_kind_changed(self) -> None:
        """Another way may be usual for it."""
        self.enforce.offer(words.enforce_options(self._kind))

    @property
    def _kind(self) -> Kind:
        return next(one for one in KINDS_OF_STEP if one == self.kind.code)

    def faults(self) -> dict[QWidget, str]:
        """What is wrong, by the field in which it stands."""
        is_dayless = self.end.is_one and self.day.day is None
        is_new = self._draft.id is None
        found = {
            "name": "" if self.name.words else words.no_name(),
            "start": "" if is_new or self.start.day is not None else no_day(),
            "end": no_day() if is_dayless else "",
        }
        for code, fault in found.items():
            self.fields[code].say(fault)
        return {self.fields[code]: fault for code, fault in found.items() if fault}

    def filled(self, draft: StepDraft) -> StepDraft:
        """The draft with what stands here, none of which is wrong."""
        return draft._replace(
            name=self.name.words,
            kind=self._kind,
            slot=next(one for one in SLOTS if one == self.slot.code),
            product=self.product.code or None,
            note=self.note.words or None,
            remind_at=self.time.time if self.remind.is_one else None,
            start=None if draft.id is None else self.start.day,
            end=self.day.day if self.end.is_one else None,
            enforce=words.enforcement_of(self.enforce.code),
        )


def _products(draft: StepDraft, seen: Seen) -> list[tuple[str, str]]:
    """None, and those on the shelf that are not used up, the step's own in any case."""
    there = [one for one in seen.products if one.retired_on is None or one.id == draft.product]
    return [("", words.no_product()), *((one.id, one.name) for one in there)]
