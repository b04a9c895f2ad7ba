"""How does one ask for everything to be deleted, and how is one asked back?"""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.actions.backups import Holdings
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.panel import Panel
from tracker.words.erasing import (
    erase_asking,
    erase_label,
    erase_sure_asking,
    erase_sure_line,
    erase_without_copy,
    going_line,
    staying_line,
)


class ErasingPart(QWidget):
    """A button; what would go, in numbers, with a copy offered first; and a second question."""

    wanted = Signal()
    """What would go is to be shown."""
    export_wanted = Signal()
    """A document with everything is wanted first."""
    opened = Signal(QWidget)
    """A question has its place, and is to be brought into view."""
    confirmed = Signal()
    """Both questions were answered: everything is to be deleted."""

    def __init__(self) -> None:
        super().__init__()
        self._panel: Panel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(10)
        self._button = Button(erase_label())
        self._button.clicked.connect(self.wanted)
        flow = Flow()
        flow.addWidget(self._button)
        self._column.addLayout(flow)

    def show_holdings(self, held: Holdings) -> None:
        """Ask for the first time, with what would go and what would stay."""
        panel = Panel("\n".join((going_line(held), staying_line(held))))
        panel.confirm(erase_asking(), erase_without_copy())
        panel.confirmed.connect(self.export_wanted)
        panel.declined.connect(self.ask_again)
        if self._show(panel):
            panel.take_focus()

    @Slot()
    def ask_again(self) -> None:
        """The second question; the keyboard stands on the answer that keeps everything."""
        panel = Panel(erase_sure_line())
        panel.warn(erase_sure_asking())
        panel.confirmed.connect(self._on_sure)
        if self._show(panel):
            panel.take_focus_at_the_way_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes to another page has not answered, and is asked again from the beginning."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._close()

    def _show(self, panel: Panel) -> bool:
        """Not where the page was left meanwhile: nobody comes upon a question unawares."""
        self._close()
        if not self.isVisible():
            panel.deleteLater()
            return False
        self._panel = panel
        panel.closed.connect(self._on_left)
        self._column.addWidget(panel)
        panel.show()
        QTimer.singleShot(0, self._on_panel_placed)
        return True

    @Slot()
    def _on_panel_placed(self) -> None:
        if self._panel is not None:
            self.opened.emit(self._panel)

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.go()
            self._panel = None

    @Slot()
    def _on_sure(self) -> None:
        self._close()
        self.confirmed.emit()

    @Slot()
    def _on_left(self) -> None:
        self._close()
        self._button.setFocus()
