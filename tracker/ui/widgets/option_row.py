"""How does one line look that can be chosen, by itself or beside others?"""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from tracker.ui.theme.paint import CONTROL_RADIUS, focus_ring, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, SMALL
from tracker.ui.widgets.card import Wrapped
from tracker.ui.widgets.mark import SIZE, Mark, draw_choice, draw_mark
from tracker.ui.widgets.neighbours import Neighbour

_ROUND: Final = 18


class Option(NamedTuple):
    """Something that can be chosen: its code, its name, and what it means."""

    code: str
    title: str
    about: str = ""


class OptionRow(Neighbour):
    """A mark and words; a round mark where choosing it leaves the others."""

    def __init__(self, option: Option, *, is_round: bool) -> None:
        super().__init__(option.code, option.title)
        self._is_round = is_round
        self.about = Wrapped(option.about, SMALL, muted=True)
        self.setAccessibleDescription(option.about)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIZE + 16, 8, 6, 8)
        column.setSpacing(1)
        column.addWidget(Wrapped(option.title, BODY))
        column.addWidget(self.about)
        self.about.setVisible(bool(option.about))
        self.setMinimumHeight(36)

    def explain(self, about: str) -> None:
        """Say something else under its name."""
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.setAccessibleDescription(about)

    def nextCheckState(self) -> None:
        """One of several stays chosen until another is."""
        self.setChecked(self._is_round or not self.isChecked())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark, and a ground under the mouse."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse():
            ground(painter, self.rect(), tokens.sunken, None, CONTROL_RADIUS)
        if self._is_round:
            draw_choice(painter, QRectF(8, 9, _ROUND, _ROUND), tokens, is_chosen=self.isChecked())
        else:
            mark: Mark = "done" if self.isChecked() else "open"
            draw_mark(painter, QPointF(6, 7), mark, tokens)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        painter.end()
