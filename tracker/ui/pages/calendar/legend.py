"""What do the marks of the month mean?"""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.actions.views.calendar import CalendarView, MaskMark
from tracker.actions.views.today import DayMark
from tracker.ui.pages.calendar.chips import HEIGHT, chip_width, draw_chip, mask_chip
from tracker.ui.pages.calendar.day_cell import BAND, draw_band, draw_changed
from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import LEFT, painter_on, write
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.day_mark import draw_day_mark
from tracker.ui.widgets.mark import SIZE, Mark, draw_mark
from tracker.ui.widgets.spoken import name
from tracker.words import calendar as words

Drawing: TypeAlias = Callable[[QPainter, QRect, Tokens], None]
_APART: Final = 8
_BAND_WIDTH: Final = 26
_MARKS: Final[tuple[DayMark, ...]] = ("done", "some", "missed")
_MASKS: Final[tuple[MaskMark, ...]] = ("done", "planned", "missed", "moved", "skipped")


class Meaning(QWidget):
    """A mark as it is drawn in the month, and what it means."""

    def __init__(self, word: str, width: int, drawing: Drawing) -> None:
        super().__init__()
        self.label = word
        self._width, self._drawing = width, drawing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name(self, word)

    def sizeHint(self) -> QSize:
        """The mark and its words."""
        return QSize(self._width + _APART + text_width(self.label, SMALL) + 2, HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        """No smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        del event
        tokens, painter = tokens_of(self), painter_on(self)
        self._drawing(painter, QRect(0, 1, self._width, HEIGHT), tokens)
        room = self.rect().adjusted(self._width + _APART, 0, 0, 0)
        write(painter, room, self.label, SMALL, tokens.muted, LEFT)
        painter.end()


def meanings(view: CalendarView) -> list[Meaning]:
    """What is to be explained of a month: what occurs in it."""
    days = view.days
    found = [one for place in range(len(view.bands)) for one in _bands(view, place)]
    found += [_mask(mark) for mark in _MASKS if any(day.mask == mark for day in days)]
    found += [_mark(mark) for mark in _MARKS if any(day.mark == mark for day in days)]
    if any(day.skipped and day.mask != "skipped" for day in days):
        found.append(_step(words.skipped_label(), "skipped"))
    if any(day.off_plan for day in days):
        found.append(_step(words.off_plan_label(), "off_plan"))
    if any(day.is_changed for day in days):
        found.append(Meaning(words.changed_label(), _BAND_WIDTH, draw_changed))
    return found


def _bands(view: CalendarView, place: int) -> list[Meaning]:
    """The stretches of one band; beside the first the other need not say the name again."""
    stretches = {day.phases[place] for day in view.days}
    name_of = view.bands[place].name
    on = [_band(words.phase_label(name_of, is_on=True), is_on=True)] if True in stretches else []
    if False not in stretches:
        return on
    off = words.off_label() if on else words.phase_label(name_of, is_on=False)
    return [*on, _band(off, is_on=False)]


def _band(word: str, *, is_on: bool) -> Meaning:
    def drawn(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
        room = QRectF(rect.left(), rect.center().y() - BAND / 2 + 0.5, rect.width(), BAND)
        draw_band(painter, room, tokens, is_on=is_on)

    return Meaning(word, _BAND_WIDTH, drawn)


def _mask(mark: MaskMark) -> Meaning:
    chip = mask_chip(mark)

    def drawn(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
        draw_chip(painter, rect, chip, tokens)

    return Meaning(words.mask_word(mark), chip_width(chip), drawn)


def _mark(mark: DayMark) -> Meaning:
    def drawn(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
        draw_day_mark(painter, QRectF(rect).center(), mark, tokens, 4.6)

    return Meaning(words.mark_label(mark), 12, drawn)


def _step(word: str, mark: Mark) -> Meaning:
    def drawn(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
        painter.save()
        painter.translate(QPointF(rect.left(), rect.center().y() - 6.5))
        painter.scale(14 / SIZE, 14 / SIZE)
        draw_mark(painter, QPointF(), mark, tokens)
        painter.restore()

    return Meaning(word, 14, drawn)
