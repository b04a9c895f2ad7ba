"""What does `plan` show? Asked for often, so nothing is imported that it does not need."""

from collections.abc import Mapping
from typing import Final

from tracker.actions.plan_rows import plan_rows
from tracker.exchange.answers import as_json, plan_answer
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Command, Place, today_of


def _plan(asked: Asked, place: Place) -> Answer:
    with place.looking() as reading:
        today = today_of(asked, place, reading)
        first, last = asked.first or today, asked.last or today
        if asked.as_json:
            rows = plan_rows(reading, first, last, today)
            return Answer(as_json(plan_answer(today, rows)))
        from tracker.actions.views.planned import planned  # noqa: PLC0415
        from tracker.words.report import plan_text  # noqa: PLC0415

        return Answer(plan_text(planned(reading, first, last, today), today))


COMMANDS: Final[Mapping[str, Command]] = {"plan": _plan}
