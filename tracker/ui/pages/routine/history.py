"""How was a step's schedule before, since when, and how will it be?"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.day import Day
from tracker.domain.routine import Step
from tracker.ui.theme.type import BODY
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.spoken import name
from tracker.words import routine_editor as words
from tracker.words.routine_list import change_label, version_lines


class History(TitledCard):
    """Every version in words, the latest first; those to come can be changed or taken back."""

    version_wanted = Signal(object)
    """The first `Day` of a version that is to be changed."""
    taken_back = Signal(object)
    """The first `Day` of a version that is never to begin."""

    def __init__(self, step: Step, today: Day, opened: Day | None) -> None:
        """`opened` is the first day of the version that is being changed, where it is one."""
        super().__init__(words.versions_label())
        lines = zip(reversed(step.schedule), version_lines(step, today), strict=True)
        for version, (day, said) in lines:
            self.column.addWidget(Wrapped(words.version_line(day, said), BODY))
            if version.begins > today and version != step.schedule[0]:
                is_opened = version.begins == opened
                self.column.addLayout(self._ways(version.begins, day, is_opened=is_opened))

    def _ways(self, begins: Day, said: str, *, is_opened: bool) -> Flow:
        change, back = Link(change_label()), Link(words.take_back_label())
        name(change, words.spoken_version(said))
        name(back, words.spoken_take_back(said))
        change.clicked.connect(partial(self.version_wanted.emit, begins))
        back.clicked.connect(partial(self.taken_back.emit, begins))
        row = Flow()
        links: list[QWidget] = [back] if is_opened else [change, back]
        for link in links:
            row.addWidget(link)
        return row
