"""How is a reminder said inside the window, where the desktop has no place for it?"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.actions.ports import Note
from tracker.ui.theme.paint import fill, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.button import Button, Ground
from tracker.ui.widgets.card import Elided, Wrapped
from tracker.ui.widgets.spoken import name
from tracker.words.reminders import spoken_button
from tracker.words.window import close_label

_ROOMY: Final = 640
"""The width from which the buttons stand beside the words and not below them."""
_CLOSE: Final = "close"
_GROUNDS: Final[dict[str, Ground]] = {"done": "primary", "skip": "quiet"}


class Banner(QWidget):
    """A strip at the window's top with one note on it.

    A note without buttons of its own has one that closes it.
    """

    pressed = Signal(str, str)
    """The note's key, and what the pressed button stands for."""
    closed = Signal(str)
    """The key of a note that was closed without an answer."""

    def __init__(self, note: Note, *, wraps: bool = False) -> None:
        super().__init__()
        self.note = note
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Elided(note.title, NAME))
        if note.body:
            body = Wrapped if wraps else Elided
            words.addWidget(body(note.body, SMALL, muted=True))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(22, 10, 22, 11)
        self._row.setSpacing(10)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons())
        name(self, note.title)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for wish, label in self.note.buttons or ((_CLOSE, close_label()),):
            button = Button(label, _GROUNDS.get(wish, "plain"))
            name(button, spoken_button(label, self.note))
            button.clicked.connect(partial(self._answer, wish))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _answer(self, wish: str) -> None:
        if wish == _CLOSE:
            self.closed.emit(self.note.key)
        else:
            self.pressed.emit(self.note.key, wish)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the buttons go below."""
        super().resizeEvent(event)
        is_roomy = self.width() >= _ROOMY
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_roomy else down)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A surface with a hairline below it."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        fill(painter, QRectF(self.rect()), tokens.surface)
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), tokens.line)
        painter.end()


class Banners(QObject):
    """The notes that stand in the window, each on a banner of its own."""

    pressed = Signal(str, str)
    """A note's key, and what the pressed button stands for."""
    closed = Signal(str)
    """The key of a note that was closed without an answer."""

    def __init__(
        self, parent: QObject, put: Callable[[QWidget], None], *, wraps: bool = False
    ) -> None:
        """`put` gives a banner its place in the window; with `wraps` all that it says is seen."""
        super().__init__(parent)
        self._put = put
        self._wraps = wraps
        self._banners: dict[str, Banner] = {}

    def show(self, note: Note) -> None:
        """Show a note, in place of the one with the same key."""
        shown = self._banners.get(note.key)
        if shown is not None and shown.note == note:
            return
        self.withdraw(note.key)
        banner = self._banners[note.key] = Banner(note, wraps=self._wraps)
        banner.pressed.connect(self.pressed)
        banner.closed.connect(self.closed)
        self._put(banner)
        banner.show()

    def withdraw(self, key: str) -> None:
        """Take the note away, where it is shown."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()
