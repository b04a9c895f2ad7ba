"""How do words and controls stand together as a sentence that goes on in the next line?"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from tracker.ui.widgets.items import ItemLayout

_APART: Final = 6
_BELOW: Final = 6
_TOUCHING: Final = 1


class SentenceFlow(ItemLayout):
    """Items from left to right; one that `clings` stays in the line of the one before it."""

    def __init__(self) -> None:
        super().__init__()
        self._clinging: list[bool] = []

    def put(self, widget: QWidget, *, clings: bool = False) -> None:
        """Put a widget at the end."""
        self._clinging.append(clings)
        self.addWidget(widget)

    def clear(self) -> None:
        """Take every widget out; they stay children of what they stood in."""
        self._items.clear()
        self._clinging.clear()
        self.invalidate()

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
        """Room for the widest of what stays together."""
        size = QSize()
        for group in self._groups():
            least = group[0].minimumSize() if len(group) == 1 else QSize(_width(group), 0)
            size = size.expandedTo(least)
        return size

    def _groups(self) -> list[list[QLayoutItem]]:
        found: list[list[QLayoutItem]] = []
        for item, clings in zip(self._items, self._clinging, strict=True):
            if clings and found:
                found[-1].append(item)
            else:
                found.append([item])
        return found

    def _placed(self, rect: QRect, *, is_tried: bool) -> int:
        """Place the items in `rect`, or only try; the height they take."""
        at, line = QPoint(rect.topLeft()), 0
        for group in self._groups():
            width = _width(group)
            if at.x() > rect.x() and at.x() + width > rect.x() + rect.width():
                at, line = QPoint(rect.x(), at.y() + line + _BELOW), 0
            sizes = [_size(item, rect.width()) for item in group]
            tallest = max(size.height() for size in sizes)
            for item, size in zip(group, sizes, strict=True):
                if not is_tried:
                    down = QPoint(0, (tallest - size.height()) // 2)
                    item.setGeometry(QRect(at + down, size))
                at.setX(at.x() + size.width() + _TOUCHING)
                line = max(line, size.height())
            at.setX(at.x() - _TOUCHING + _APART)
        return at.y() + line - rect.y()


def _size(item: QLayoutItem, room: int) -> QSize:
    """As large as the item wants to be, but no wider than there is room."""
    size = item.sizeHint()
    if size.width() <= room or not item.hasHeightForWidth():
        return size
    return QSize(room, item.heightForWidth(room))


def _width(group: Sequence[QLayoutItem]) -> int:
    widths = [item.sizeHint().width() for item in group]
    return sum(widths) + _TOUCHING * (len(widths) - 1)
