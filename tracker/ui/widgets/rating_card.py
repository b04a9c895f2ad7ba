"""How is the skin of a day rated, and what is noted of it?"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.product import Facet
from tracker.ui.theme.type import BODY, TINY
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.scale import FacetScale, OverallScale, Scale
from tracker.ui.widgets.text import Text
from tracker.words.rating import (
    add_note,
    best_end,
    edit_note,
    more_facets,
    rating_title,
    worst_end,
)
from tracker.words.today import unsaved_line

if TYPE_CHECKING:
    from tracker.ui.widgets.note_field import NoteField

_FIRST: Final[tuple[Facet, ...]] = ("oiliness", "pores", "redness")
_SELDOM: Final[tuple[Facet, ...]] = ("breakouts", "dryness")
_LINKS_EDGE: Final = 6
"""The room around a link's words, which here stand flush with the card's."""


class RatingCard(TitledCard):
    """Ten marks for the whole, five degrees a facet, and the day's note."""

    rated = Signal(str, object)
    """A facet, and its mark or None."""
    noted = Signal(object, str)
    """A day and its note; empty: there is to be none."""

    def __init__(self) -> None:
        super().__init__("")
        self._day: Day | None = None
        self._rating: Rating | None = None
        self.is_unsaved = False
        """Whether what it shows could not be kept so far."""
        self._wants_all = False
        self._field: NoteField | None = None
        self.scales: dict[Facet, Scale] = {"overall": OverallScale()}
        self._note = Wrapped("", BODY)
        self._more = Link(more_facets())
        self._write = Link(add_note())
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.setSpacing(0)
        self.column.addSpacing(10)
        self.column.addWidget(self.scales["overall"])
        self.column.addSpacing(4)
        self.column.addLayout(_ends())
        self.column.addSpacing(8)
        self.column.addSpacing(6)
        self.column.addWidget(self._note)
        for facet in _FIRST:
            self._add(facet)
        links = QHBoxLayout()
        links.setContentsMargins(0, 4, 0, 0)
        links.setSpacing(0)
        links.addSpacing(-_LINKS_EDGE)
        links.addWidget(self._more)
        links.addStretch(1)
        links.addWidget(self._write)
        links.addSpacing(-_LINKS_EDGE)
        self.column.addLayout(links)
        self._note.hide()
        self.scales["overall"].picked.connect(self.rated)
        self._more.clicked.connect(self._on_more_wanted)
        self._write.clicked.connect(self._on_write_wanted)

    def _add(self, facet: Facet) -> None:
        scale = self.scales[facet] = FacetScale(facet)
        scale.picked.connect(self.rated)
        self.column.insertWidget(self.column.indexOf(self._note) - 1, scale)

    def show_rating(self, day: Day, today: Day, rating: Rating | None) -> None:
        """Show what is kept of a day; what was being written of another day is kept too."""
        if day != self._day:
            self.keep_draft()
            self._end_writing()
            self._wants_all = False
        self._day, self._rating, self.is_unsaved = day, rating, False
        self.title.setText(rating_title(day, today))
        self.setVisible(day <= today)
        self._show_seldom()
        for facet, scale in self.scales.items():
            scale.show_mark(None if rating is None else getattr(rating, facet))
        self._show_note()

    def show_unsaved(self, rating: Rating) -> None:
        """Show what is wished for the day shown, and that it is not kept yet."""
        if self._day is not None:
            self.show_rating(self._day, self._day, rating)
            self.is_unsaved = True
            self.title.setText(unsaved_line())

    def _show_seldom(self) -> None:
        """The seldom facets are there once one is rated, or asked for."""
        rating = self._rating
        has_one = rating is not None and any(getattr(rating, one) is not None for one in _SELDOM)
        is_wanted = self._wants_all or has_one
        for facet in _SELDOM:
            if is_wanted and facet not in self.scales:
                self._add(facet)
            if facet in self.scales:
                self.scales[facet].setVisible(is_wanted)
        self._more.setVisible(not is_wanted)

    def _show_note(self) -> None:
        note = None if self._rating is None else self._rating.note
        is_writing = self._field is not None
        self._note.setText(note or "")
        self._note.setVisible(note is not None and not is_writing)
        self._write.set_label(add_note() if note is None else edit_note())
        self._write.setVisible(not is_writing)

    def stops(self) -> list[QWidget]:
        """Everything on it that takes the keyboard, as one reads."""
        field = [] if self._field is None else self._field.stops()
        return [*self.scales.values(), *field, self._more, self._write]

    @Slot()
    def _on_more_wanted(self) -> None:
        self._wants_all = True
        self._show_seldom()
        self.scales[_SELDOM[0]].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_write_wanted(self) -> None:
        self.write_note()

    def write_note(self) -> None:
        """Open the field for the note."""
        from tracker.ui.widgets.note_field import NoteField  # noqa: PLC0415, when it is wanted

        if self._field is None:
            note = "" if self._rating is None else self._rating.note or ""
            self._field = NoteField(note)
            self._field.saved.connect(self._on_saved)
            self._field.left.connect(self._on_left)
            self.column.insertWidget(self.column.indexOf(self._note), self._field)
            self._field.show()
            self._show_note()
        self._field.take_focus()

    def keep_draft(self) -> None:
        """Keep what is being written, where the field is about to go without having been left."""
        before = "" if self._rating is None else self._rating.note or ""
        if self._field is not None and self._field.text != before:
            self.noted.emit(self._day, self._field.text)

    def _end_writing(self) -> None:
        if self._field is not None:
            self._field.hide()
            self._field.deleteLater()
            self._field = None

    @Slot(str)
    def _on_saved(self, note: str) -> None:
        self._end_writing()
        self._show_note()
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)
        self.noted.emit(self._day, note)

    @Slot()
    def _on_left(self) -> None:
        self._end_writing()
        self._show_note()
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)


def _ends() -> QHBoxLayout:
    """What the ends of the scale mean."""
    ends = QHBoxLayout()
    ends.addWidget(Text(worst_end(), TINY, muted=True))
    ends.addStretch(1)
    ends.addWidget(Text(best_end(), TINY, muted=True))
    return ends
