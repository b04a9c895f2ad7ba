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
        super().__init__()
        # A name that looks like HTML is still a name.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(font(style))
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if wraps:
            self.setWordWrap(True)
            policy = self.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            self.setSizePolicy(policy)
