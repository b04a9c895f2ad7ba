"""Where does the keyboard go on Today?"""

from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from tracker.ui.pages.today.face import Face
from tracker.ui.widgets.panel import Panel


class Keys(QObject):
    """Tab goes as one reads, arrows go from step to step, and a panel takes over and gives back."""

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._face = face
        self._panel: Panel | None = None
        face.stepped.connect(self._on_stepped)

    def order(self, panel: Panel | None = None, step: str = "") -> None:
        """Put everything that takes the keyboard in the order in which it is read."""
        chain: list[QWidget] = self._face.heading.stops()
        for box in self._face.boxes():
            chain += [box.head, box.head.tick_all]
            for row in box.rows.values():
                chain += [row] if row.link is None else [row, row.link]
                if panel is not None and row.card.step == step:
                    chain += panel.stops()
        chain += self._face.stops_after()
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def begin(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Start at the first step that is still open, else at the first slot."""
        rows = self._face.rows()
        waiting = [row for row in rows if row.card.is_waiting]
        heads: list[QWidget] = [box.head for box in self._face.boxes()]
        for widget in (*waiting, *rows, *heads):
            widget.setFocus(reason)
            return

    def follow(self, panel: Panel, step: str) -> None:
        """Go on in a panel that has opened, and bring it into view once it has its place."""
        self.order(panel, step)
        panel.take_focus()
        self._panel = panel
        QTimer.singleShot(0, self._on_panel_placed)

    @Slot()
    def _on_panel_placed(self) -> None:
        if self._panel is not None:
            self._face.ensureWidgetVisible(self._panel, 0, 20)

    def leave(self, step: str) -> None:
        """Come back from a panel to its row."""
        self._panel = None
        row = self._face.row(step)
        if row is not None:
            row.take_focus()

    @Slot(str, int)
    def _on_stepped(self, step: str, by: int) -> None:
        rows = self._face.rows()
        place = [row.card.step for row in rows].index(step) + by
        if 0 <= place < len(rows):
            rows[place].take_focus()
            self._face.ensureWidgetVisible(rows[place])
