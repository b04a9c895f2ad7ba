"""How is a piece of text shown?"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from tracker.ui.theme.type import BODY, Style, font


class Text(QLabel):
    """Plain text in a style; `muted` for what stands back, `wraps` for sentences and names."""

    def __init__(
        self, text: str = "", style: Style = BODY, *, muted: bool = False, wraps: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(style))
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setWordWrap(wraps)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(
            QSizePolicy.Policy.Ignored if wraps else QSizePolicy.Policy.Preferred
        )
        self.setSizePolicy(policy)
