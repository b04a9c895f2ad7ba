"""How is a line of text written?"""

from unicodedata import category

from PySide6.QtCore import QEvent

from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, Outside
from tracker.ui.theme.sheet import field_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.widgets.bare_edit import Line


class LineField(Line):
    """A line in a frame, in the theme's colours; no more can be written than can be kept."""

    def __init__(self, spoken: str, hint: str = "", longest: int = NAME_LENGTH) -> None:
        super().__init__(spoken)
        self.setMaxLength(longest)
        self.setPlaceholderText(hint)
        self.setFixedHeight(36)
        self._dress()

    @property
    def words(self) -> str:
        """What is written, as it can be kept: nothing where nothing of it can be seen."""
        storable = (char for char in self.text() if category(char) not in ("Cc", "Cs"))
        try:
            return Outside("".join(storable).strip()).text(self.maxLength())
        except BadInput:
            return ""

    def changeEvent(self, event: QEvent) -> None:
        """The field follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        sheet = field_sheet(tokens_of(self))
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
