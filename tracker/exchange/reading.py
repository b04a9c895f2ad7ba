"""Which record does each part of a transfer document hold?

One function a kind of record; each raises `BadInput` with the place of what it cannot use.
"""

from typing import Final

from tracker.domain.day import Day
from tracker.domain.log import Deed, Entry, Rating
from tracker.domain.outside import Outside
from tracker.domain.product import FACETS, Photo, Product, Question, range_of
from tracker.domain.routine import (
    ENFORCEMENTS,
    KINDS_OF_STEP,
    SLOTS,
    Enforcement,
    Group,
    NotAfter,
    Pause,
    Step,
    Treatment,
    Version,
)
from tracker.domain.rule import read_rule
from tracker.exchange.values import (
    file_name,
    ids,
    maybe_day,
    maybe_flag,
    maybe_ids,
    maybe_instant,
    maybe_note,
    maybe_number,
    maybe_price,
    maybe_text,
    maybe_time,
    maybe_volume,
)

_DEEDS: Final[tuple[Deed, ...]] = ("tick", "skip")
MOST_MINUTES: Final = 24 * 60
"""The greatest distance from UTC, in minutes."""


def read_product(outside: Outside) -> Product:
    """A product."""
    found = Product(
        id=outside.key("id").text(),
        name=outside.key("name").text(),
        kind=outside.key("kind").one_of(KINDS_OF_STEP),
        brand=maybe_text(outside, "brand"),
        price=maybe_price(outside),
        size_ml=maybe_volume(outside, "size_ml"),
        ml_per_use=maybe_volume(outside, "ml_per_use"),
        opened_on=maybe_day(outside, "opened_on"),
        period_after_opening_months=maybe_number(outside, "period_after_opening_months", 1, 240),
        expires_on=maybe_day(outside, "expires_on"),
        retired_on=maybe_day(outside, "retired_on"),
        note=maybe_note(outside),
    )
    outside.close()
    return found


def read_step(outside: Outside) -> Step:
    """A step with its schedule."""
    found = Step(
        id=outside.key("id").text(),
        name=outside.key("name").text(),
        kind=outside.key("kind").one_of(KINDS_OF_STEP),
        slot=outside.key("slot").one_of(SLOTS),
        start=outside.key("start").day(),
        schedule=_read_schedule(outside.key("schedule")),
        position=maybe_number(outside, "position", 0, 9999),
        product=maybe_text(outside, "product"),
        end=maybe_day(outside, "end"),
        used_before=maybe_flag(outside, "used_before"),
        remind_at=maybe_time(outside, "remind_at"),
        note=maybe_note(outside),
        not_after=maybe_not_after(outside),
        enforce=maybe_enforce(outside),
    )
    outside.close()
    check_order(found.start, found.end, outside, "end")
    return found


def _read_schedule(outside: Outside) -> tuple[Version, ...]:
    """The versions, in the order of their days."""
    versions: dict[Day, Version] = {}
    for item in outside.elements():
        version = _read_version(item)
        if version.begins in versions:
            raise item.key("from").error("versions_not_distinct")
        versions[version.begins] = version
    if not versions:
        raise outside.error("no_versions")
    return tuple(versions[begins] for begins in sorted(versions))


def _read_version(outside: Outside) -> Version:
    begins = outside.key("from").day()
    rule = read_rule(outside.key("rule"))
    found = Version(begins, rule, maybe_not_after(outside), maybe_enforce(outside))
    outside.close()
    return found


def maybe_not_after(outside: Outside) -> tuple[NotAfter, ...] | None:
    """The not-after rules, if they are there; an empty list says that there are none."""
    found = outside.maybe("not_after")
    return None if found is None else tuple(map(_read_not_after, found.elements()))


def _read_not_after(outside: Outside) -> NotAfter:
    found = NotAfter(outside.key("step").text(), outside.key("days").number(1, 366))
    outside.close()
    return found


def maybe_enforce(outside: Outside) -> Enforcement | None:
    """How a tick is met while the step rests, if that is said."""
    found = outside.maybe("enforce")
    return None if found is None else found.one_of(ENFORCEMENTS)


def read_group(outside: Outside) -> Group:
    """A group, or one version of it."""
    name = outside.key("name").text()
    found = Group(name, ids(outside.key("priority")), maybe_day(outside, "from"))
    outside.close()
    return found


def read_pause(outside: Outside) -> Pause:
    """A pause."""
    begins, ends = outside.key("from").day(), maybe_day(outside, "to")
    found = Pause(begins, ends, maybe_ids(outside, "steps"), maybe_text(outside, "reason"))
    outside.close()
    check_order(begins, ends, outside, "to")
    return found


def read_treatment(outside: Outside) -> Treatment:
    """A clinic treatment."""
    found = Treatment(
        day=outside.key("day").day(),
        name=outside.key("name").text(),
        rest_days=outside.key("rest_days").number(0, 366),
        steps=maybe_ids(outside, "steps"),
        clinic=maybe_text(outside, "clinic"),
        price=maybe_price(outside),
        note=maybe_note(outside),
    )
    outside.close()
    return found


def read_entry(outside: Outside) -> Entry:
    """A tick or a skip."""
    found = Entry(
        day=outside.key("day").day(),
        step=outside.key("step").text(),
        do=outside.key("do").one_of(_DEEDS),
        at=maybe_instant(outside, "at"),
        offset_minutes=maybe_number(outside, "offset_minutes", -MOST_MINUTES, MOST_MINUTES),
        product=maybe_text(outside, "product"),
        reason=maybe_note(outside, "reason"),
        anyway=maybe_flag(outside, "anyway") or False,
    )
    outside.close()
    return found


def read_rating(outside: Outside) -> Rating:
    """A day's marks, each within its range."""
    found = Rating(
        day=outside.key("day").day(),
        note=maybe_note(outside),
        **{facet: maybe_number(outside, facet, *range_of(facet)) for facet in FACETS},
    )
    outside.close()
    return found


def read_question(outside: Outside) -> Question:
    """A question that was asked of a step."""
    found = Question(
        step=outside.key("step").text(),
        facet=outside.key("facet").one_of(FACETS),
        hope=outside.key("hope").text(),
        asked_on=outside.key("asked_on").day(),
        ended_on=maybe_day(outside, "ended_on"),
    )
    outside.close()
    return found


def read_photo(outside: Outside) -> Photo:
    """A progress photo's entry; the picture itself is a file."""
    found = Photo(
        day=outside.key("day").day(),
        angle=outside.key("angle").text(),
        file=file_name(outside.key("file")),
        note=maybe_note(outside),
    )
    outside.close()
    return found


def check_order(first: Day, last: Day | None, outside: Outside, name: str) -> None:
    """Raise `BadInput` at the key `name` where `last` is before `first`."""
    if last is not None and last < first:
        raise outside.key(name).error("end_before_start")
