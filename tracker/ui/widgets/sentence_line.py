"""How is a sentence shown that has controls in it?"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from string import Formatter
from typing import Final, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.theme.type import BODY
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

    def show_pieces(self, wanted: Sequence[Piece]) -> None:
        """Show these, where they are others than before."""
        if list(wanted) == self._shown:
            return
        self._shown = list(wanted)
        self._flow.clear()
        for text in self._texts:
            text.hide()
            text.deleteLater()
        self._texts = []
        controls = [piece for piece in wanted if isinstance(piece, QWidget)]
        for piece in wanted:
            if isinstance(piece, str):
                self._write(piece)
            else:
                self._flow.put(piece)
                piece.show()
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()

    def _write(self, words: str) -> None:
        """Each word by itself; one without a space before it clings to what it follows."""
        for place, word in enumerate(words.split()):
            text = Text(word, BODY)
            text.setFixedHeight(_HEIGHT)
            text.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            self._texts.append(text)
            self._flow.put(text, clings=place == 0 and not words[0].isspace())
            text.show()
