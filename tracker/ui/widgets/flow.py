"""How do things stand in a line that goes on below where it is full?"""

from PySide6.QtCore import QPoint, QRect, QSize

from tracker.ui.widgets.items import ItemLayout


class Flow(ItemLayout):
    """Items from left to right, in as many lines as they need; `below` stands between lines."""

    def __init__(self, spacing: int = 8, below: int | None = None) -> None:
        super().__init__()
        self.setSpacing(spacing)
        self._below = spacing if below is None else below

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._placed(QRect(0, 0, width, 0), is_tried=True)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._placed(rect, is_tried=False)

    def sizeHint(self) -> QSize:
        """Room for the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _placed(self, rect: QRect, *, is_tried: bool) -> int:
        """Place the items in `rect`, or only try; the height they take."""
        at, line = QPoint(rect.topLeft()), 0
        for item in self._items:
            size = item.sizeHint()
            if at.x() > rect.x() and at.x() + size.width() > rect.x() + rect.width():
                at, line = QPoint(rect.x(), at.y() + line + self._below), 0
            if not is_tried:
                item.setGeometry(QRect(at, size))
            at.setX(at.x() + size.width() + self.spacing())
            line = max(line, size.height())
        return at.y() + line - rect.y()
