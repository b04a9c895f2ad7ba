"""How is a day laid out: its heading, its slots, and the cards beside them?

The first frame shows the heading and the steps. What stands around them is added right after it,
into room that was kept for it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tracker.actions.views.today import SlotCard, StreakView, TodayView
from tracker.domain.routine import Slot
from tracker.ui.pages.today.heading import Heading
from tracker.ui.theme.type import BODY
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.slot_card import SlotBox
from tracker.ui.widgets.step_row import StepRow
from tracker.ui.widgets.text import Text
from tracker.words.today import Names, names_of
from tracker.words.window import no_steps

if TYPE_CHECKING:
    from tracker.ui.pages.today.beside import Beside
    from tracker.ui.widgets.offer_card import OfferCard


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
    noted = Signal(object, str)
    """A day and its note."""
    left = Signal()
    """Escape: whatever stands open is to close."""
    day_wanted = Signal(object)
    """A day is to be shown; None: today."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()
        self._told: list[Card] = []
        self._columns = Columns()
        self.beside: Beside | None = None
        self._offer: OfferCard | None = None
        self._empty: Text | None = None
        self._boxes: dict[Slot, SlotBox] = {}
        self._view: TodayView | None = None
        self._streak: StreakView | None = None
        self.column.addWidget(self.heading)
        self.column.addSpacing(18)
        self.column.addWidget(self._columns)
        self.column.addStretch(1)
        self.heading.day_wanted.connect(self.day_wanted)

    def complete(self) -> None:
        """Add what stands around the steps, which the first frame need not wait for."""
        from tracker.ui.pages.today.beside import Beside  # noqa: PLC0415, after the first frame

        self.heading.complete()
        self.beside = Beside()
        self.beside.rated.connect(self.rated)
        self.beside.noted.connect(self.noted)
        self._columns.right.addWidget(self.beside)
        if self._view is not None:
            self.show_view(self._view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Wherever the keyboard is on the page, a digit rates the skin; 0 is 10."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        digit = _digit_of(event)
        if digit is None or self._view is None or self._view.is_ahead:
            super().keyPressEvent(event)
        else:
            self.rated.emit("overall", digit or 10)

    def show_view(self, view: TodayView) -> None:
        """Show a day."""
        names = names_of(view)
        self._view = view
        self._show_heading(view)
        self._show_changeovers(view)
        self._show_slots(view, names)
        self._show_empty(is_empty=not view.has_routine)
        if self.beside is not None:
            self.beside.show_view(view)

    def show_streak(self, view: TodayView, streak: StreakView) -> None:
        """Show the streak, which is known a little later than the day."""
        self._streak = streak
        self._show_heading(view)
        if self.beside is not None:
            self.beside.show_streak(streak)

    def put_offer(self, offer: "OfferCard | None") -> None:
        """Show what is on offer under the slots, or no longer."""
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
        self._offer = offer
        if offer is not None:
            self._columns.left.addWidget(offer)

    def _show_heading(self, view: TodayView) -> None:
        self.heading.show_view(view, None if self._streak is None else self._streak.current)

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
        if not view.changeovers:
            return
        from tracker.words.phases import changeover_line  # noqa: PLC0415, on few days

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

    def stops_after(self) -> list[QWidget]:
        """What takes the keyboard after the steps, as one reads."""
        offer = [] if self._offer is None else self._offer.stops()
        return offer if self.beside is None else [*offer, *self.beside.rating.stops()]

    def keep_draft(self) -> None:
        """Keep a note that is being written, since the page is about to go."""
        if self.beside is not None:
            self.beside.rating.keep_draft()

    def write_note(self) -> None:
        """Open the field for the day's note, and bring it into view."""
        if self.beside is not None:
            self.beside.rating.write_note()
            self.ensureWidgetVisible(self.beside.rating)


def _digit_of(event: QKeyEvent) -> int | None:
    from tracker.ui.widgets.scale import digit_of  # noqa: PLC0415, after the first frame

    return digit_of(event)
