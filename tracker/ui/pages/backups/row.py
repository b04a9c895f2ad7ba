"""How does one backup stand in the list?"""

from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.actions.backups import Backup
from tracker.domain.day import Day
from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import (
    CONTROL_RADIUS,
    LEFT,
    RIGHT,
    focus_ring,
    ground,
    painter_on,
    pointer,
    write,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, NAME, SMALL
from tracker.ui.widgets.pressable import Pressable
from tracker.words.backups import backup_label, size_words, why_words
from tracker.words.dates import clock_time

_HEIGHT: Final = 44
_PAD: Final = 12
_POINTER: Final = 8
"""The width of the arrow at the right, which says that a row opens."""


class BackupRow(Pressable):
    """Its time, what it was made for, its size; pressed, it shows what is inside."""

    def __init__(self, backup: Backup, today: Day) -> None:
        super().__init__(backup_label(backup, today))
        self.backup = backup
        self._time = clock_time(backup.moment)
        self._why, self._size = why_words(backup.why), size_words(backup.size)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A row, wide enough for its words."""
        return QSize(self._before() + text_width(self._why, BODY) + self._after(), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground under the mouse, the ring of the keyboard, its words."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse() or self.isDown():
            ground(painter, self.rect(), tokens.sunken, None, CONTROL_RADIUS)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        room = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        write(painter, room, self._time, NAME, tokens.text, LEFT)
        between = self.rect().adjusted(self._before(), 0, -self._after(), 0)
        write(painter, between, self._why, BODY, tokens.text, LEFT)
        room.adjust(0, 0, -_POINTER - _PAD, 0)
        write(painter, room, self._size, SMALL, tokens.muted, RIGHT)
        end = QPointF(self.width() - _PAD - _POINTER / 2, self.height() / 2)
        pointer(painter, end, tokens.muted, is_right=True)
        painter.end()

    def _before(self) -> int:
        return _PAD + max(text_width(self._time, NAME), 44) + _PAD

    def _after(self) -> int:
        return _PAD + text_width(self._size, SMALL) + _PAD + _POINTER + _PAD
