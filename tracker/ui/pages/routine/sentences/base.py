"""What does the sentence of every kind of schedule have: a pattern, controls, a document?"""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Final, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.day import Day, Weekday
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.number_field import NumberField
from tracker.words.routine_sentence import no_start, no_value, plain_pattern, spoken_control

Document: TypeAlias = dict[str, object]
_NUMBER_WIDTH: Final = 100
_DAY_WIDTH: Final = 176


class Place(NamedTuple):
    """On which day the schedule begins to hold, and from which days are seen."""

    day: Day
    today: Day
    week_start: Weekday


class Unsaid(Exception):
    """A control holds nothing that can be kept; `args` are the sentence that says so."""


SENTENCES: Final[dict[str, type["Sentence"]]] = {}
"""The sentence of each kind, entered by the class itself."""


class Sentence(QObject):
    """The values of one kind of schedule. A subclass has its controls and its pattern."""

    changed = Signal()
    """Another value stands in one of the controls."""
    kind: ClassVar[str] = ""
    holds_another: ClassVar[bool] = False
    """Whether another schedule stands inside this one; such a one stands in no other."""

    def __init_subclass__(cls) -> None:
        """Enter the kind; a class without a code of its own is no kind."""
        super().__init_subclass__()
        if cls.kind:
            SENTENCES[cls.kind] = cls

    def __init__(self, document: Document, place: Place) -> None:
        super().__init__()
        self.place = place
        self._begun_on = place.day
        self._begun_with = document
        self._anchors: dict[str, Day] = {}
        """The days that stood there first, as long as the person has written no other."""
        self.parts: dict[str, QWidget | Sentence] = {}
        """What stands in the pattern under each name."""

    @classmethod
    def begun(cls, place: Place, before: Document) -> Document:
        """What the sentence begins with where it takes the place of `before`."""
        del place, before
        return {"kind": cls.kind}

    def pattern(self) -> str:
        """The sentence, with a name in braces for each control."""
        return plain_pattern()

    def document(self) -> Document:
        """The schedule as it stands here; raises `Unsaid`."""
        return {"kind": self.kind}

    def known(self) -> Document:
        """The schedule as it stands here, or as it first stood where it cannot be kept so."""
        try:
            return self.document()
        except Unsaid:
            return self._begun_with

    def inside(self) -> Document | None:
        """The schedule that stands inside this one."""
        return None

    def moved_to(self, day: Day) -> None:
        """The schedule holds from another day on."""
        self.place = self.place._replace(day=day)

    def widgets(self) -> list[QWidget]:
        """Its controls, those of what stands inside it included."""
        found: list[QWidget] = []
        for part in self.parts.values():
            found += part.widgets() if isinstance(part, Sentence) else [part]
        return found

    # --- its controls ---

    def add_number(self, part: str, limits: tuple[int, int], number: int, spoken: str) -> None:
        """A whole number within its limits."""
        field = NumberField(spoken_control(self.kind, spoken), *limits, number)
        field.setFixedWidth(_NUMBER_WIDTH)
        field.changed.connect(self.changed)
        self.parts[part] = field

    def add_day(self, part: str, day: Day, spoken: str) -> None:
        """A day, which the person writes or which follows another; see `anchor`."""
        self._anchors[part] = day
        today, week_start = self.place.today, self.place.week_start
        field = DayField(spoken_control(self.kind, spoken), day, today, week_start)
        field.setFixedWidth(_DAY_WIDTH)
        field.changed.connect(partial(self._on_written, part))
        self.parts[part] = field

    def add_choice(self, part: str, options: Mapping[str, str], code: str, spoken: str) -> Choice:
        """One of a few values."""
        choice = Choice(spoken_control(self.kind, spoken), options.items(), code)
        choice.changed.connect(self.changed)
        self.parts[part] = choice
        return choice

    def add_chips(
        self, part: str, options: list[tuple[str, str]], chosen: list[str], spoken: str
    ) -> Chips:
        """Some of a few values."""
        chips = Chips(spoken_control(self.kind, spoken), options, chosen)
        chips.changed.connect(self.changed)
        self.parts[part] = chips
        return chips

    # --- what stands in them ---

    def count(self, part: str) -> int:
        """The number that stands there, or the least where none does: for the form of words."""
        number = self.typed(part)
        return 1 if number is None else number

    def typed(self, part: str) -> int | None:
        """The number that stands there; None where none does, as between two that are typed."""
        field = self.parts[part]
        return field.number if isinstance(field, NumberField) else None

    def number(self, part: str, spoken: str) -> int:
        """The number that stands there; raises `Unsaid`."""
        field = self.parts[part]
        if not isinstance(field, NumberField) or field.number is None:
            limits = (field.least, field.most) if isinstance(field, NumberField) else (1, 1)
            raise Unsaid(no_value(self.kind, spoken, *limits))
        return field.number

    def day(self, part: str) -> Day:
        """The day that stands there; raises `Unsaid`."""
        field = self.parts[part]
        if not isinstance(field, DayField) or field.day is None:
            raise Unsaid(no_start())
        return field.day

    def anchor(self, part: str, *, is_another: bool) -> None:
        """Let a day that nobody has written follow the one from which the schedule holds.

        It does where it was that day from the beginning; where another was counted from, it does
        once the schedule `is_another` and another day was chosen for it.
        """
        begun, field = self._anchors.get(part), self.parts[part]
        if begun is None or not isinstance(field, DayField):
            return
        is_new = begun == self._begun_on
        follows = is_new or (is_another and self.place.day != self._begun_on)
        wanted = self.place.day if follows else begun
        if field.day != wanted:
            field.show_day(wanted)

    def _on_written(self, part: str, day: object) -> None:
        """From now on it stays as it was written."""
        del day
        self._anchors.pop(part, None)
        self.changed.emit()
