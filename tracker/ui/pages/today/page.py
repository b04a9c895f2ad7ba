"""What is Today's page while it only shows: its face, and the view that it was given?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.actions.views.today import StepCard, TodayView
from tracker.ui.pages.today.face import Face


class TodayPage(QWidget):
    """The day of now. What follows from a wish is `Deeds`' matter, after the first frame."""

    shown = Signal()
    """Another view is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.view: TodayView | None = None
        self.face = Face()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.face)

    def show_view(self, view: TodayView) -> None:
        """Show a day."""
        self.view = view
        self.face.show_view(view)
        self.shown.emit()

    def card(self, step: str) -> StepCard | None:
        """A step as it is shown; None where it is not."""
        slots = () if self.view is None else self.view.slots
        return next((card for slot in slots for card in slot.cards if card.step == step), None)
