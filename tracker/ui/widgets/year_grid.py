"""Where does each day of a year stand in weeks from left to right?"""

from datetime import timedelta
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from tracker.domain.day import Day, Weekday, week_first

WEEKS: Final = 53
EDGE: Final = 2
"""Room around all squares for the ring of the keyboard."""
MONTHS: Final = 20
"""The height of the months' names above each band."""
_LEAST: Final = 10.0
_MOST: Final = 24.0
_BETWEEN: Final = 6
_FILLED: Final = 0.8
"""How much of its room a day's square takes, each way."""


class YearGrid(NamedTuple):
    """53 columns of weeks; where it is narrow, in several bands below each other.

    `pitch` is the distance from one day's square to the next.
    """

    begins: Day
    pitch: float
    columns: int

    @classmethod
    def within(cls, width: int, first: Day, week_start: Weekday) -> "YearGrid":
        """The grid of the year that begins on `first`, as large as the width allows."""
        bands = 1
        room = width - 2 * EDGE
        while room / ceil(WEEKS / bands) < _LEAST and bands < WEEKS:
            bands += 1
        columns = ceil(WEEKS / bands)
        pitch = min(_MOST, room / columns)
        return cls(week_first(first, week_start), pitch, columns)

    @property
    def height(self) -> int:
        """The height of all bands."""
        return ceil(ceil(WEEKS / self.columns) * self._band - _BETWEEN) + EDGE

    @property
    def _band(self) -> float:
        return MONTHS + 7 * self.pitch + _BETWEEN

    def corner(self, day: Day) -> QPointF:
        """The upper left corner of a day's room."""
        week, weekday = divmod((day - self.begins).days, 7)
        band, column = divmod(week, self.columns)
        top = band * self._band + MONTHS
        return QPointF(EDGE + column * self.pitch, top + weekday * self.pitch)

    def square(self, day: Day) -> QRectF:
        """A day's square."""
        return QRectF(self.corner(day), QSizeF(self.pitch, self.pitch) * _FILLED)

    def day_at(self, point: QPointF) -> Day | None:
        """The day whose room holds the point; None beside all of them."""
        band, below = divmod(point.y(), self._band)
        column, weekday = int((point.x() - EDGE) // self.pitch), int((below - MONTHS) // self.pitch)
        week = int(band) * self.columns + column
        if not (0 <= column < self.columns and 0 <= weekday < 7 and 0 <= week < WEEKS):
            return None
        return self.begins + timedelta(days=7 * week + weekday)

    def months(self) -> list[tuple[Day, QPointF]]:
        """Where a month's name stands: over the week that holds its first day; and each corner."""
        found: list[tuple[Day, QPointF]] = []
        for week in range(WEEKS):
            last = self.begins + timedelta(days=7 * week + 6)
            if last.day <= 7 or week == 0:
                corner = self.corner(self.begins + timedelta(days=7 * week))
                found.append((last, corner - QPointF(0, MONTHS)))
        return found[1:] if _is_crowded(found) else found


def _is_crowded(months: list[tuple[Day, QPointF]]) -> bool:
    """Whether the first month, of which only an end is shown, has no room for its name."""
    return len(months) > 1 and (months[1][0] - months[0][0]).days < 21
