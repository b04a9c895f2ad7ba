"""From which day on is a change to hold: today, a later one, or expressly one gone by?"""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.day import ONE_DAY, Day, week_first
from tracker.ui.pages.routine.sentences.base import Place
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.card import Wrapped
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.segments import Segments
from tracker.words.form import no_day
from tracker.words.routine_editor import (
    day_label,
    from_options,
    gone_by,
    not_past,
    rewritten,
    stays_before,
)


class Begins(QWidget):
    """The choice, a day where it is no matter of course, and what it leaves or rewrites."""

    changed = Signal()
    """Another day stands here, or none."""

    def __init__(self, place: Place, wanted: Day | None = None) -> None:
        """`place.day` is the first day on which a change can hold without rewriting anything.

        `wanted` is the day to begin with, where it is a later one.
        """
        super().__init__()
        self._place = place
        self.choice = "first" if wanted is None else "other"
        self.segments = Segments(from_options(is_ahead=place.day > place.today), is_apart=True)
        later = wanted or week_first(place.day, place.week_start) + timedelta(days=7)
        self.later = DayField(day_label(), later, place.today, place.week_start)
        self.past = DayField(day_label(), place.today - ONE_DAY, place.today, place.week_start)
        days = {"other": self.later, "past": self.past}
        self._fields = {code: Field(day_label(), day) for code, day in days.items()}
        self.about = Wrapped("", SMALL, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.segments)
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self.about)
        self.segments.wished.connect(self._on_wished)
        self.later.changed.connect(self._on_day_changed)
        self.past.changed.connect(self._on_day_changed)
        self._show()

    @property
    def day(self) -> Day | None:
        """The first day; None where what stands there cannot be one."""
        day = self._typed
        is_past = self.choice == "past"
        return None if day is None or (day < self._place.today) != is_past else day

    @property
    def rewrites(self) -> bool:
        """Whether days gone by are expressly to be judged anew."""
        return self.choice == "past"

    @property
    def _typed(self) -> Day | None:
        fields = {"other": self.later, "past": self.past}
        return fields[self.choice].day if self.choice in fields else self._place.day

    @property
    def fault(self) -> str:
        """What is wrong with the day; nothing where it is right."""
        if self._typed is None:
            return no_day()
        if self.day is not None:
            return ""
        return not_past() if self.rewrites else gone_by()

    @property
    def stays(self) -> str:
        """What the change leaves as it is; nothing where that is not to be said."""
        day = None if self.rewrites else self.day
        return "" if day is None else stays_before(day, self._place.today)

    def _show(self) -> None:
        self.segments.show_code(self.choice)
        for code, field in self._fields.items():
            field.setVisible(code == self.choice)
            field.say(self.fault if code == self.choice else "")
        day = self.day if self.rewrites else None
        self.about.setText("" if day is None else rewritten(day, self._place.today))
        self.about.setVisible(day is not None)

    @Slot(str)
    def _on_wished(self, choice: str) -> None:
        self.choice = choice
        self._on_day_changed()

    @Slot()
    def _on_day_changed(self) -> None:
        self._show()
        self.changed.emit()
