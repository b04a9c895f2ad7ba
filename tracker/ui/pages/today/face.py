"""How is a day laid out: its heading, its slots, and the cards beside them?"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions.views.today import SlotCard, StreakView, TodayView
from tracker.domain.routine import Slot
from tracker.ui.theme.type import BODY, PAGE_TITLE
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.phase_bar import PhaseCard
from tracker.ui.widgets.rating_card import RatingCard
from tracker.ui.widgets.scale import digit_of
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.slot_card import SlotBox
from tracker.ui.widgets.step_row import StepRow
from tracker.ui.widgets.streak_card import StreakCard
from tracker.ui.widgets.text import Text
from tracker.ui.widgets.week_strip import WeekStrip
from tracker.words.today import (
    Names,
    back_to_today,
    changeover_line,
    day_title,
    names_of,
    progress_line,
)
from tracker.words.window import no_steps

_NARROW: Final = 850
"""The width under which the week moves below the heading."""
_BEFORE_PHASES: Final = 2
"""How many cards of the right column stand over the phases: the rating and the streak."""


class Face(Scroll):
    """The page as it is seen; draws a view and passes on what is wished."""

    wished = Signal(str, str)
    """A step's id and an `Intent`."""
    all_wished = Signal(str)
    """A slot: all that is open in it is to be ticked."""
    menu_wanted = Signal(str)
    """A step's id: its menu is to open."""
    stepped = Signal(str, int)
    """A step's id, and -1 or 1: the keyboard wants the row above or below."""
    rated = Signal(str, object)
    """A facet and its mark, or None."""
    noted = Signal(str)
    """The day's note."""
    day_wanted = Signal(object)
    """A day is to be shown; None: today."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", PAGE_TITLE, wraps=True)
        self._progress = Text("", BODY, muted=True, wraps=True)
        self.back = Link(back_to_today())
        self.week = WeekStrip()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told: list[Card] = []
        self._columns = Columns()
        self.rating = RatingCard()
        self._empty: Text | None = None
        self._boxes: dict[Slot, SlotBox] = {}
        self._phases: list[PhaseCard] = []
        self.streak = StreakCard()
        self._next = NextCard()
        self._streak_known: StreakView | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        heading = QVBoxLayout()
        heading.setSpacing(0)
        heading.addWidget(self._title)
        under = QHBoxLayout()
        under.setSpacing(6)
        under.addWidget(self._progress, 1)
        under.addWidget(self.back)
        heading.addLayout(under)
        self._head.setSpacing(16)
        self._head.addLayout(heading, 1)
        self._head.addWidget(self.week)
        self.column.addLayout(self._head)
        self.column.addSpacing(18)
        self.column.addWidget(self._columns)
        self.column.addStretch(1)
        self._columns.right.addWidget(self.rating)
        self._columns.right.addWidget(self.streak)
        self._columns.right.addWidget(self._next)
        self.rating.rated.connect(self.rated)
        self.rating.noted.connect(self.noted)
        self.week.day_wanted.connect(self.day_wanted)
        self.back.clicked.connect(self._on_back_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The week stands beside the heading where there is room for both."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(below if is_narrow else beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Wherever the keyboard is on the page, a digit rates the skin; 0 is 10."""
        digit = digit_of(event)
        if digit is None or self.rating.isHidden():
            super().keyPressEvent(event)
        else:
            self.rated.emit("overall", digit or 10)

    def _on_back_clicked(self) -> None:
        self.day_wanted.emit(None)

    def show_view(self, view: TodayView) -> None:
        """Show a day."""
        names = names_of(view)
        self._title.setText(day_title(view))
        self.back.setVisible(not view.is_today)
        self.week.show_week(view.week, view.day, view.today)
        self._show_progress(view)
        self._show_changeovers(view)
        self._show_slots(view, names)
        self._show_empty(is_empty=not view.has_routine)
        self.rating.show_rating(view.day, view.today, view.rating)
        self._show_phases(view)
        self._next.show_coming(view.coming, view.today)

    def show_streak(self, view: TodayView, streak: StreakView) -> None:
        """Show the streak, which is known a little later than the day."""
        self._streak_known = streak
        self.streak.show_streak(streak)
        self._show_progress(view)

    def _show_progress(self, view: TodayView) -> None:
        known = self._streak_known
        self._progress.setText(progress_line(view, None if known is None else known.current))

    def _show_empty(self, *, is_empty: bool) -> None:
        """What will appear here, on a day on which nothing does."""
        if is_empty and self._empty is None:
            self._empty = Text(no_steps(), BODY, muted=True, wraps=True)
            self._columns.left.addWidget(self._empty)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _show_changeovers(self, view: TodayView) -> None:
        """A phase that has just turned, over the slots."""
        while self._told:
            gone = self._told.pop()
            gone.hide()
            gone.deleteLater()
        for told in view.changeovers:
            card = Card()
            card.column.addWidget(Text(changeover_line(told), BODY, wraps=True))
            self._columns.left.insertWidget(len(self._told), card)
            self._told.append(card)

    def _show_slots(self, view: TodayView, names: Names) -> None:
        for gone in set(self._boxes) - {slot.slot for slot in view.slots}:
            self._boxes.pop(gone).deleteLater()
        for place, slot in enumerate(view.slots, start=len(self._told)):
            box = self._boxes.get(slot.slot)
            if box is None:
                box = self._boxes[slot.slot] = self._box(slot, names)
            else:
                box.show_slot(slot, names)
            if self._columns.left.indexOf(box) != place:
                self._columns.left.insertWidget(place, box)

    def _box(self, slot: SlotCard, names: Names) -> SlotBox:
        box = SlotBox(slot, names)
        box.wished.connect(self.wished)
        box.all_wished.connect(self.all_wished)
        box.stepped.connect(self.stepped)
        box.menu_wanted.connect(self.menu_wanted)
        return box

    def _show_phases(self, view: TodayView) -> None:
        while len(self._phases) > len(view.phases):
            self._phases.pop().deleteLater()
        for place, bar in enumerate(view.phases):
            if place < len(self._phases):
                self._phases[place].show_bar(bar)
            else:
                self._phases.append(PhaseCard(bar))
                self._columns.right.insertWidget(_BEFORE_PHASES + place, self._phases[place])

    def boxes(self) -> list[SlotBox]:
        """The slots from the top."""
        return sorted(self._boxes.values(), key=self._columns.left.indexOf)

    def rows(self) -> list[StepRow]:
        """Every row that can be seen, from the top."""
        return [row for box in self.boxes() if not box.is_folded for row in box.rows.values()]

    def row(self, step: str) -> StepRow | None:
        """The row of a step; None where it is not shown."""
        return next((row for row in self.rows() if row.card.step == step), None)

    def put_panel(self, step: str, panel: QWidget) -> None:
        """Show a panel under the row of a step."""
        for box in self._boxes.values():
            if step in box.rows:
                box.put_panel(step, panel)

    def write_note(self) -> None:
        """Open the field for the day's note, and bring it into view."""
        self.rating.write_note()
        self.ensureWidgetVisible(self.rating)
