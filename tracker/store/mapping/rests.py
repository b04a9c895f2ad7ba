"""How are pauses and treatments stored, and the steps that they rest?

No steps at all is not the same as every step, so a flag of its own says "all".
"""

from typing import Final

from tracker.domain.outside import Outside
from tracker.domain.routine import Pause, StepId, Treatment
from tracker.store.mapping.cells import (
    day_text,
    flag,
    maybe,
    named,
    number,
    price,
    price_cells,
    step_list,
    step_parts,
    text,
)
from tracker.store.mapping.shape import Parts, Shape, Stored


class Pauses(Shape[Pause]):
    """A pause; the steps that it names are its parts."""

    kind = "pause"
    listed = "pauses"
    table = "pauses"
    columns = ("begins", "ends", "all_steps", "reason")
    lookup = "begins"
    parts = Parts("pause_steps", ("step",))

    def write(self, record: Pause) -> Stored:
        """The pause as it is stored."""
        row = (
            day_text(record.begins),
            day_text(record.ends),
            int(record.steps is None),
            record.reason,
        )
        return Stored(row, step_parts(record.steps))

    def read(self, stored: Stored) -> Pause:
        """The pause that is stored."""
        row = named(self.columns, stored.row, f"{self.listed}[{stored.row[0]}]")
        return Pause(
            begins=row.key("begins").day(),
            ends=maybe(Outside.day, row.maybe("ends")),
            steps=_steps(row, stored),
            reason=maybe(text, row.maybe("reason")),
        )


class Treatments(Shape[Treatment]):
    """A clinic treatment; the steps that it names are its parts."""

    kind = "treatment"
    listed = "treatments"
    table = "treatments"
    columns = (
        "day",
        "name",
        "rest_days",
        "all_steps",
        "clinic",
        "price_amount",
        "price_currency",
        "note",
    )
    lookup = "day"
    parts = Parts("treatment_steps", ("step",))

    def write(self, record: Treatment) -> Stored:
        """The treatment as it is stored."""
        row = (
            day_text(record.day),
            record.name,
            record.rest_days,
            int(record.steps is None),
            record.clinic,
            *price_cells(record.price),
            record.note,
        )
        return Stored(row, step_parts(record.steps))

    def read(self, stored: Stored) -> Treatment:
        """The treatment that is stored."""
        row = named(self.columns, stored.row, f"{self.listed}[{stored.row[0]}]")
        return Treatment(
            day=row.key("day").day(),
            name=text(row.key("name")),
            rest_days=number(row.key("rest_days")),
            steps=_steps(row, stored),
            clinic=maybe(text, row.maybe("clinic")),
            price=price(row),
            note=maybe(text, row.maybe("note")),
        )


def _steps(row: Outside, stored: Stored) -> tuple[StepId, ...] | None:
    return None if flag(row.key("all_steps")) else step_list(stored.parts, f"{row.where}.steps")


PAUSES: Final = Pauses()
TREATMENTS: Final = Treatments()
