"""How is Progress laid out: figures, the year, ratings, streaks, steps?"""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot

from tracker.actions.stats import RangeName
from tracker.actions.views.progress import ProgressView, StepPhases, YearView
from tracker.ui.pages.progress.header import Header
from tracker.ui.pages.progress.ratings import Ratings
from tracker.ui.pages.progress.year import Year
from tracker.ui.theme.type import BODY, SMALL
from tracker.ui.widgets.bars import Bars
from tracker.ui.widgets.chart_card import ChartCard
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.figure_card import FigureCard, Tiles
from tracker.ui.widgets.picture import png_of
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words import progress as words
from tracker.words import progress_charts as said

_GAP: Final = 18


class ProgressPage(Scroll):
    """The page; draws a view and passes on what is wished."""

    range_wanted = Signal(str)
    """Another `RangeName` is wanted."""
    day_wanted = Signal(object)
    """A `Day` is to be opened."""
    picture_wanted = Signal(str, bytes)
    """A picture is to be saved: the name to suggest for it, and its PNG."""

    def __init__(self) -> None:
        super().__init__()
        self.view: ProgressView | None = None
        self.shaded: str | None = None
        """The step whose phases are chosen to be shaded; None: the first that has any."""
        self.header = Header()
        self.note = Text("", SMALL, muted=True, wraps=True)
        self.figures = [FigureCard(title) for title in words.figure_titles()]
        self.figures[0].setToolTip(words.consistency_hint())
        self.year = Year()
        self.ratings = Ratings()
        self.streaks, self.steps = Bars(), Bars()
        self.year_card = ChartCard(said.year_title(), self.year, said.year_legend())
        self.ratings_card = ChartCard(said.ratings_title(), self.ratings)
        self.streaks_card = ChartCard(said.streaks_title(), self.streaks)
        self.steps_card = ChartCard(said.steps_title(), self.steps)
        self._empty = Text(words.no_routine_line(), BODY, muted=True, wraps=True)
        self._body = [Tiles(self.figures), self.year_card, self._columns()]
        self._lay_out()
        self._connect()

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """The cards with a chart, in their order."""
        return (self.year_card, self.ratings_card, self.streaks_card, self.steps_card)

    def _columns(self) -> Columns:
        columns = Columns()
        columns.left.addWidget(self.ratings_card)
        columns.right.addWidget(self.streaks_card)
        columns.right.addWidget(self.steps_card)
        return columns

    def _lay_out(self) -> None:
        self.column.addWidget(self.header)
        self.column.addWidget(self.note)
        self.column.addSpacing(_GAP)
        self.column.addWidget(self._empty)
        for place, part in enumerate(self._body):
            if place:
                self.column.addSpacing(_GAP)
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.note.hide()
        self._empty.hide()

    def _connect(self) -> None:
        self.header.range_wanted.connect(self.range_wanted)
        self.header.picked.connect(self._on_picked)
        self.year.days.day_wanted.connect(self.day_wanted)
        self.ratings_card.picked.connect(self._on_shade_picked)
        for card in self.cards:
            card.picture_wanted.connect(partial(self._save_card, card))

    # --- what is shown ---

    def show_range(self, range_name: RangeName) -> None:
        """Show which range is seen, or will be in a moment."""
        self.header.show_range(range_name)

    def show_busy(self, *, is_busy: bool) -> None:
        """Own up to reading that takes longer than a moment."""
        self.header.show_busy(is_busy=is_busy)

    def say(self, line: str) -> None:
        """Say a sentence under the heading; none takes it away."""
        self.note.setText(line)
        self.note.setVisible(bool(line))

    def show_year(self, year: YearView) -> None:
        """Show the year, which is known before the rest."""
        self.year.show_year(year)
        self.year_card.show_data(partial(said.year_table, year))

    def show_view(self, view: ProgressView) -> None:
        """Show a range."""
        self.view = view
        self.show_range(view.stats.range)
        self._empty.setVisible(not view.has_steps)
        self.header.show_choice(is_there=view.has_steps)
        for part in self._body:
            part.setVisible(view.has_steps)
        for card, figure in zip(self.figures, words.figures_of(view), strict=True):
            card.show_figure(figure.figure, figure.note, words.spoken_figure(figure))
        self.show_year(view.year)
        self._show_ratings(view)
        self._show_bars(view)

    def _show_ratings(self, view: ProgressView) -> None:
        shaded = self._shaded_in(view)
        self.ratings.show_view(view, shaded)
        others = [one for one in view.phases if one is not shaded]
        self.ratings_card.entries = tuple((one.step, words.shade_label(one.name)) for one in others)
        self.ratings_card.legend.setText(said.ratings_legend(shaded) if view.ratings else "")
        empty = said.no_ratings_in_range() if view.has_ratings else said.no_ratings()
        table = partial(said.ratings_table, view.ratings, shaded, view.day)
        self.ratings_card.show_data(table, "" if view.ratings else empty)

    def _shaded_in(self, view: ProgressView) -> StepPhases | None:
        chosen = [one for one in view.phases if one.step == self.shaded]
        return next(iter((*chosen, *view.phases)), None)

    def _show_bars(self, view: ProgressView) -> None:
        runs, steps, today = view.streaks, view.stats.steps, view.day
        self.streaks.show_bars(said.streak_bars(runs, today), said.streaks_spoken(runs, today))
        nothing = "" if runs else said.no_streaks()
        self.streaks_card.show_data(partial(said.streaks_table, runs), nothing)
        bars = said.step_bars(steps)
        self.steps.show_bars(bars, said.steps_spoken(steps))
        nothing = "" if bars else said.no_steps_counted()
        self.steps_card.show_data(partial(said.steps_table, steps), nothing)

    # --- what is wished ---

    @Slot(str)
    def _on_shade_picked(self, step: str) -> None:
        self.shaded = step
        if self.view is not None:
            self._show_ratings(self.view)

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        if code == "save":
            self._save_page()
        for card in self.cards:
            if code == "tables":
                card.show_table()
            elif code == "charts":
                card.show_chart()

    def _save_card(self, card: ChartCard) -> None:
        self.picture_wanted.emit(words.picture_name(card.title.text()), card.png())

    def _save_page(self) -> None:
        """All of the page, whatever part of it is in sight."""
        if self.view is not None and self.view.ratings:
            self.ratings.draw()
        inner = self.widget()
        self.picture_wanted.emit(words.picture_name(words.progress_title()), png_of(inner or self))
