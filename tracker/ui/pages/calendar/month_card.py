"""What did the month come to, what do its marks mean, and what can be entered in it?"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.actions.views.calendar import CalendarView
from tracker.ui.pages.calendar.legend import meanings
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.flow import Flow
from tracker.words import calendar as words


class MonthCard(TitledCard):
    """The totals, quiet ways to what life does to a routine, and the legend."""

    form_wanted = Signal(str)
    """A form: "pause", "treatment", or "shift:" and the id of the step."""

    def __init__(self) -> None:
        super().__init__("")
        self.totals = Wrapped("", SMALL, muted=True)
        self._legend, self._links = QWidget(), QWidget()
        self.links: dict[str, Link] = {}
        self.column.setSpacing(6)
        self.column.addWidget(self.totals)
        self.column.addWidget(self._links)
        self.column.addWidget(self._legend)

    def show_view(self, view: CalendarView) -> None:
        """Show the month."""
        self.title.setText(words.month_card_title(view.day, view.today))
        line = words.totals_line(view.totals)
        self.totals.setText(line)
        self.totals.setVisible(bool(line))
        self._legend = self._put(self._legend, list(meanings(view)), Flow(12, 2))
        self._show_links(view)

    def _show_links(self, view: CalendarView) -> None:
        wanted = {"pause": words.form_label("pause"), "treatment": words.form_label("treatment")}
        for band in view.bands:
            if band.running is not None:
                wanted[f"shift:{band.step}"] = words.form_label("shift", band.name)
        if {form: link.label for form, link in self.links.items()} == wanted:
            return
        self.links = {form: Link(label) for form, label in wanted.items()}
        for form, link in self.links.items():
            link.clicked.connect(partial(self.form_wanted.emit, form))
        self._links = self._put(self._links, list(self.links.values()), Flow(10, 2))

    def _put(self, before: QWidget, parts: list[QWidget], flow: Flow) -> QWidget:
        """Let other things flow where those before did."""
        after = QWidget()
        for part in parts:
            flow.addWidget(part)
        after.setLayout(flow)
        policy = after.sizePolicy()
        policy.setHeightForWidth(True)
        after.setSizePolicy(policy)
        self.column.replaceWidget(before, after)
        after.show()
        before.hide()
        before.deleteLater()
        return after
