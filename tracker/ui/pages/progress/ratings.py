"""Where do the ratings stand until their chart is seen for the first time?"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.actions.views.progress import ProgressView, StepPhases
from tracker.ui.theme.paint import CONTROL_RADIUS, painter_on, rounded
from tracker.ui.theme.tokens import tokens_of
from tracker.words.progress_charts import ratings_spoken

if TYPE_CHECKING:
    from tracker.ui.charts.rating_chart import RatingChart


HEIGHT: Final = 270


class Ratings(QWidget):
    """A quiet room for the chart, which is imported once it was painted with ratings to show."""

    drawn = Signal()
    """The chart stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.chart: RatingChart | None = None
        self._view: ProgressView | None = None
        self._shaded: StepPhases | None = None
        self._is_coming = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_view(self, view: ProgressView, shaded: StepPhases | None) -> None:
        """Show the ratings, with the phases of one step behind them."""
        self._view, self._shaded = view, shaded
        if self.chart is not None:
            self._fill(self.chart)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Empty, until whatever else is seen now has been painted."""
        del event
        if self.chart is not None:
            return
        painter = painter_on(self)
        painter.fillPath(rounded(QRectF(self.rect()), CONTROL_RADIUS), tokens_of(self).sunken)
        painter.end()
        if self._view is not None and self._view.ratings and not self._is_coming:
            self._is_coming = True
            QTimer.singleShot(0, self._send_for)

    @Slot()
    def _send_for(self) -> None:
        from tracker.ui.charts.arrival import Arrival  # noqa: PLC0415, when first seen

        Arrival(self).arrived.connect(self.draw)

    @Slot()
    def draw(self) -> None:
        """Have the chart, now."""
        from tracker.ui.charts.rating_chart import RatingChart  # noqa: PLC0415, when first seen

        if self.chart is None:
            self.chart = RatingChart()
            self._column.addWidget(self.chart)
            self._fill(self.chart)
            self.drawn.emit()

    def _fill(self, chart: "RatingChart") -> None:
        view = self._view
        if view is not None:
            phases = () if self._shaded is None else self._shaded.phases
            chart.show_ratings(view.ratings, phases, view.first, view.day)
            chart.say(ratings_spoken(view.ratings, view.day))
