"""How does a control say what it is for, and what is wrong with what stands in it?"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.card import Wrapped
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.text import Text


class Fault(Wrapped):
    """What is wrong and what mends it; gone where nothing is."""

    def __init__(self) -> None:
        super().__init__("", SMALL)
        self.setForegroundRole(QPalette.ColorRole.BrightText)
        self.hide()

    def say(self, fault: str) -> None:
        """Say it, or nothing."""
        self.setText(fault)
        self.setVisible(bool(fault))


class Field(QWidget):
    """A quiet label, the control under it, a line that explains, and room for a fault."""

    def __init__(self, label: str, *controls: QWidget, about: str = "") -> None:
        super().__init__()
        self.fault = Fault()
        self._controls = controls
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(label, SMALL, muted=True, wraps=True))
        for control in controls:
            name(control, label)
            column.addWidget(control)
        if about:
            column.addWidget(Text(about, SMALL, muted=True, wraps=True))
        column.addWidget(self.fault)
        self.setFocusProxy(controls[0])

    def say(self, fault: str) -> None:
        """Say what is wrong here; nothing where it is right."""
        self.fault.say(fault)
        for control in self._controls:
            lines: list[QWidget] = [*control.findChildren(QLineEdit)]
            for heard in lines or [control]:
                heard.setAccessibleDescription(fault)
