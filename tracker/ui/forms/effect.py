"""Where does a form say what would happen?"""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.theme.paint import CONTROL_RADIUS, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.card import Wrapped


class Effect(QWidget):
    """A well in which stands what would happen."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Wrapped("", SMALL)
        self.effect = Wrapped("", SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.effect)
        self.show_lines("", "")

    def show_lines(self, said: str, effect: str) -> None:
        """What the form says by itself, and what the plan says to it; gone where neither speaks."""
        for line, text in ((self.said, said), (self.effect, effect)):
            line.setText(text)
            line.setVisible(bool(text))
        self.setVisible(bool(said or effect))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The well."""
        del event
        painter = painter_on(self)
        ground(painter, self.rect(), tokens_of(self).sunken, None, CONTROL_RADIUS)
        painter.end()
