"""How was a step's schedule before, and since when?"""

from tracker.domain.day import Day
from tracker.domain.routine import Step
from tracker.ui.theme.type import BODY
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.words.routine_editor import version_line, versions_label
from tracker.words.routine_list import version_lines


class History(TitledCard):
    """Every version in words, the latest first."""

    def __init__(self, step: Step, today: Day) -> None:
        super().__init__(versions_label())
        for day, said in version_lines(step, today):
            self.column.addWidget(Wrapped(version_line(day, said), BODY))
