"""How is a sentence shown that has controls in it?"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from string import Formatter
from typing import Final, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.theme.type import BODY
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.sentence_flow import SentenceFlow
from tracker.ui.widgets.text import Text

Piece: TypeAlias = str | QWidget
Part = TypeVar("Part")
_HEIGHT: Final = 36


def pieces(pattern: str, parts: Mapping[str, Part]) -> list[str | Part]:
    """The words of a pattern, and what stands in it under the names in braces."""
    found: list[str | Part] = []
    for words, name, _format, _conversion in Formatter().parse(pattern):
        if words.strip():
            found.append(words)
        if name is not None and name in parts:
            found.append(parts[name])
    return found


class SentenceLine(QWidget):
    """Words and controls in one line, or as many as they need. Tab comes to them in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[Text] = []
        self._shown: list[Piece] = []
        self._flow = SentenceFlow()
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in its order; of chips each of them may."""
        found: list[QWidget] = []
        for piece in self._shown:
            if isinstance(piece, Chips):
                found += piece.chips
            elif isinstance(piece, QWidget):
                found.append(piece.focusProxy() or piece)
        return found

    def show_pieces(self, wanted: Sequence[Piece]) -> None:
        """Show these, where they are others than before."""
        if list(wanted) != self._shown:
            self._shown = list(wanted)
            self._lay_out()
        self._order()

    def _lay_out(self) -> None:
        self._flow.clear()
        for text in self._texts:
            text.hide()
            text.deleteLater()
        self._texts = []
        for piece in self._shown:
            if isinstance(piece, str):
                self._write(piece)
            else:
                self._flow.put(piece)
                piece.show()
        self.updateGeometry()

    def _order(self) -> None:
        """Have Tab come to the controls in their order.

        Qt puts nothing in order that Tab does not come to, which it does to one chip of several.
        """
        chips = [piece for piece in self._shown if isinstance(piece, Chips)]
        for one in chips:
            one.let_tab_in()
        for before, after in pairwise(self.stops):
            QWidget.setTabOrder(before, after)
        for one in chips:
            one.let_tab_in(is_one=True)

    def _write(self, words: str) -> None:
        """Each word by itself; one without a space before it clings to what it follows."""
        for place, word in enumerate(words.split()):
            text = Text(word, BODY)
            text.setFixedHeight(_HEIGHT)
            text.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            self._texts.append(text)
            self._flow.put(text, clings=place == 0 and not words[0].isspace())
            text.show()
