"""How does a month on and a month off look, and where in it is today?"""

from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.actions.views.today import PhaseBar
from tracker.domain.rule.base import Phase
from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import fill, hatch, painter_on, rounded
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import TINY
from tracker.ui.widgets.card import Elided, TitledCard
from tracker.ui.widgets.spoken import name
from tracker.words.phases import (
    brief_phase_label,
    coming_phase_label,
    phase_label,
    phase_state,
    spoken_phase,
)

_BAR: Final = 12
_APART: Final = 8
_AHEAD: Final = 0.62
"""How much of the coming phase is shown."""
Forms: TypeAlias = tuple[list[str], list[str], list[str]]
"""The words of all stretches, from the longest to the briefest."""


class Part(NamedTuple):
    """A phase's stretch of the bar, as shares of its width."""

    phase: Phase
    left: float
    right: float
    is_ahead: bool


def parts_of(bar: PhaseBar) -> list[Part]:
    """The bar's stretches, by the days of each."""
    phases = [phase for phase in (bar.before, bar.running) if phase is not None]
    lengths = [float(phase.days) for phase in phases] + [bar.after.days * _AHEAD]
    whole, at, found = sum(lengths), 0.0, []
    for phase, length in zip([*phases, bar.after], lengths, strict=True):
        found.append(Part(phase, at / whole, (at + length) / whole, phase is bar.after))
        at += length
    return found


def today_at(bar: PhaseBar) -> float:
    """Where today is, as a share of the bar's width: the middle of its day."""
    running = next(part for part in parts_of(bar) if part.phase is bar.running)
    share = (bar.day_number - 0.5) / bar.running.days
    return running.left + share * (running.right - running.left)


class PhaseStrip(QWidget):
    """The bar itself: on is filled, off is hatched, what is ahead is paler, today is a line."""

    def __init__(self, bar: PhaseBar) -> None:
        super().__init__()
        self.bar = bar
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The bar, and the line of today that stands out of it."""
        return QSize(120, _BAR + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stretches, each clipped to its part of one rounded bar, and today."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        whole = QRectF(0, 4, self.width(), _BAR)
        for part in parts_of(self.bar):
            left, right = part.left * whole.width(), part.right * whole.width()
            stretch = QRectF(left, whole.top(), right - left, _BAR)
            clip = QPainterPath()
            clip.addRect(stretch)
            painter.setClipPath(clip.intersected(rounded(whole, _BAR / 2)))
            _draw(painter, stretch, part, tokens)
        painter.setClipping(False)
        at = min(max(2, round(today_at(self.bar) * whole.width())), self.width() - 2)
        painter.fillPath(rounded(QRectF(at - 1.5, 0, 3, _BAR + 8), 1.5), tokens.text)
        painter.end()


def _draw(painter: QPainter, rect: QRectF, part: Part, tokens: Tokens) -> None:
    if part.phase.is_on:
        fill(painter, rect, _pale(tokens.accent) if part.is_ahead else tokens.accent)
        return
    fill(painter, rect, tokens.rest_soft)
    hatch(painter, rect, _pale(tokens.rest) if part.is_ahead else tokens.rest, 2.4, 8)


def _pale(colour: QColor) -> QColor:
    return QColor.fromRgbF(colour.redF(), colour.greenF(), colour.blueF(), 0.4)


class PhaseLabels(QWidget):
    """What each stretch is, under it: said shorter where there is less room, at last in lines."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: Forms = ([], [], [])
        self.labels: list[Elided] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: list[Part]) -> None:
        """Show a label a stretch."""
        self._forms = _forms(parts)
        while len(self.labels) > len(parts):
            self.labels.pop().deleteLater()
        while len(self.labels) < len(parts):
            label = Elided("", TINY, muted=True)
            label.setParent(self)
            label.show()
            self.labels.append(label)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """All labels beside each other, in full."""
        return QSize(_row_width(self._forms[0]), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A line of any width."""
        return QSize(0, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """A line, or one for each where not even the briefest stand beside each other."""
        lines = len(self.labels) if _fitting(self._forms, width) is None else 1
        return lines * self.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the labels anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        words = _fitting(self._forms, self.width())
        if words is None:
            self._stack(self._forms[0])
        else:
            self._spread(words)

    def _spread(self, words: list[str]) -> None:
        """From edge to edge, with the same room between them."""
        widths = [_width(word) for word in words]
        gap = (self.width() - sum(widths)) / max(1, len(words) - 1)
        left = 0.0
        for label, word, width in zip(self.labels, words, widths, strict=True):
            label.setText(word)
            label.setGeometry(round(left), 0, width, self.height())
            left += width + gap

    def _stack(self, words: list[str]) -> None:
        """One below the other."""
        line = self.sizeHint().height()
        for number, (label, word) in enumerate(zip(self.labels, words, strict=True)):
            label.setText(word)
            label.setGeometry(0, number * line, self.width(), line)


def _fitting(forms: Forms, width: int) -> list[str] | None:
    """The longest words that stand beside each other; None where none do."""
    return next((words for words in forms if _row_width(words) <= width), None)


def _forms(parts: list[Part]) -> Forms:
    brief = [brief_phase_label(part.phase, is_ahead=part.is_ahead) for part in parts]
    return _words(parts), _words(parts, is_short=True), brief


def _row_width(words: list[str]) -> int:
    return sum(_width(word) for word in words) + _APART * max(0, len(words) - 1)


def _width(word: str) -> int:
    """A pixel more than measured, so that none is elided by a rounding."""
    return text_width(word, TINY) + 1


def _words(parts: list[Part], *, is_short: bool = False) -> list[str]:
    return [
        coming_phase_label(part.phase)
        if part.is_ahead
        else phase_label(part.phase, is_short=is_short)
        for part in parts
    ]


class PhaseCard(TitledCard):
    """A cycle's name, where in it the day is, and the bar."""

    def __init__(self, bar: PhaseBar) -> None:
        super().__init__(bar.name)
        self._strip = PhaseStrip(bar)
        self._labels = PhaseLabels()
        self.column.addWidget(self._strip)
        self.column.addWidget(self._labels)
        self.show_bar(bar)

    def show_bar(self, bar: PhaseBar) -> None:
        """Show the cycle as it stands on the day."""
        self._strip.bar = bar
        self._strip.update()
        self._labels.show_parts(parts_of(bar))
        self.title.setText(bar.name)
        self.aside.setText(phase_state(bar))
        name(self._strip, spoken_phase(bar))
