"""Where does each day of a month stand?"""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect

HEAD: Final = 24
"""The room of the weekdays over the weeks."""
GAP: Final = 5
LEAST_WIDTH: Final = 46
LEAST_HEIGHT: Final = 78
DAYS: Final = 7


class MonthShape(NamedTuple):
    """Seven columns and as many rows as there are weeks, in whole pixels."""

    width: int
    height: int
    weeks: int

    def cell(self, week: int, place: int) -> QRect:
        """The room of a day."""
        left, right = self._edge(place, self.width), self._edge(place + 1, self.width)
        room = self.height - HEAD
        top = HEAD + round(week * (room + GAP) / self.weeks)
        below = HEAD + round((week + 1) * (room + GAP) / self.weeks)
        return QRect(left, top, right - left - GAP, below - top - GAP)

    def head(self, place: int) -> QRect:
        """The room of a weekday's name."""
        cell = self.cell(0, place)
        return QRect(cell.left(), 0, cell.width(), HEAD - 2)

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """The week and the place of what is there."""
        spot = point.toPoint()
        for week in range(self.weeks):
            for place in range(DAYS):
                if self.cell(week, place).contains(spot):
                    return week, place
        return None

    @staticmethod
    def _edge(place: int, width: int) -> int:
        return round(place * (width + GAP) / DAYS)


def least_height(weeks: int) -> int:
    """As low as so many weeks can be."""
    return HEAD + weeks * (LEAST_HEIGHT + GAP) - GAP
