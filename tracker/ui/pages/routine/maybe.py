"""How does one say a value that there may be none of?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.flow import Flow


class Maybe(QWidget):
    """A choice between none and some, and the control that stands beside it for some."""

    changed = Signal()
    """It was chosen whether there is one."""

    def __init__(
        self, spoken: str, labels: Sequence[str], control: QWidget, *, is_one: bool
    ) -> None:
        """`labels` are what none and some are called."""
        super().__init__()
        options = zip(("none", "some"), labels, strict=True)
        self.choice = Choice(spoken, options, "some" if is_one else "none")
        self._control = control
        self.setFocusProxy(self.choice)
        row = Flow(8)
        self.setLayout(row)
        row.addWidget(self.choice)
        row.addWidget(control)
        control.setVisible(is_one)
        self.choice.changed.connect(self._on_changed)

    @property
    def is_one(self) -> bool:
        """Whether there is one."""
        return self.choice.code == "some"

    @Slot()
    def _on_changed(self) -> None:
        self._control.setVisible(self.is_one)
        self.changed.emit()
