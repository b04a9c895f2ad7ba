"""How is a step with the versions of its schedule stored?"""

from typing import Final

from tracker.domain.outside import Outside
from tracker.domain.routine import ENFORCEMENTS, KINDS_OF_STEP, SLOTS, Enforcement, Step, Version
from tracker.domain.rule import read_rule
from tracker.store.mapping.cells import (
    Row,
    day_text,
    flag,
    flag_cell,
    from_json,
    json_text,
    maybe,
    named,
    not_after,
    not_after_cell,
    number,
    text,
)
from tracker.store.mapping.shape import Parts, Shape, Stored


class Steps(Shape[Step]):
    """A step, known by its id; each version of its schedule is a part, its rule one JSON cell."""

    kind = "step"
    listed = "steps"
    table = "steps"
    columns = (
        "id",
        "name",
        "kind",
        "slot",
        "start",
        "position",
        "product",
        "end",
        "used_before",
        "remind_at",
        "note",
        "not_after",
        "enforce",
    )
    same = ("id",)
    lookup = "id"
    parts = Parts("schedule_versions", ("begins", "rule", "not_after", "enforce"))

    def write(self, record: Step) -> Stored:
        """The step as it is stored."""
        row = (
            record.id,
            record.name,
            record.kind,
            record.slot,
            day_text(record.start),
            record.position,
            record.product,
            day_text(record.end),
            flag_cell(record.used_before),
            record.remind_at,
            record.note,
            not_after_cell(record.not_after),
            record.enforce,
        )
        return Stored(row, tuple(map(_version_row, record.schedule)))

    def read(self, stored: Stored) -> Step:
        """The step that is stored."""
        where = f"{self.listed}[{stored.row[0]}]"
        row = named(self.columns, stored.row, where)
        versions = (
            _version(named(self.parts.columns, part, f"{where}.schedule[{place}]"))
            for place, part in enumerate(stored.parts)
        )
        return Step(
            id=text(row.key("id")),
            name=text(row.key("name")),
            kind=row.key("kind").one_of(KINDS_OF_STEP),
            slot=row.key("slot").one_of(SLOTS),
            start=row.key("start").day(),
            schedule=tuple(versions),
            position=maybe(number, row.maybe("position")),
            product=maybe(text, row.maybe("product")),
            end=maybe(Outside.day, row.maybe("end")),
            used_before=maybe(flag, row.maybe("used_before")),
            remind_at=maybe(text, row.maybe("remind_at")),
            note=maybe(text, row.maybe("note")),
            not_after=maybe(not_after, row.maybe("not_after")),
            enforce=maybe(_enforce, row.maybe("enforce")),
        )


def _version_row(version: Version) -> Row:
    rule = json_text(version.rule.document())
    return (day_text(version.begins), rule, not_after_cell(version.not_after), version.enforce)


def _version(row: Outside) -> Version:
    return Version(
        begins=row.key("begins").day(),
        rule=read_rule(from_json(row.key("rule"))),
        not_after=maybe(not_after, row.maybe("not_after")),
        enforce=maybe(_enforce, row.maybe("enforce")),
    )


def _enforce(outside: Outside) -> Enforcement:
    return outside.one_of(ENFORCEMENTS)


STEPS: Final = Steps()
