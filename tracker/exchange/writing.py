"""How does each record stand in a transfer document?

Keys come in the order of the documentation; optional ones only where there is something to say.
"""

from collections.abc import Mapping
from datetime import date, datetime

from tracker.domain.log import Entry, Rating
from tracker.domain.product import Photo, Product, Question
from tracker.domain.routine import Group, NotAfter, Pause, Price, Step, Treatment, Version
from tracker.exchange.answers import Item


def write_product(product: Product) -> Item:
    """A product."""
    return {
        "id": product.id,
        "name": product.name,
        "kind": product.kind,
        **_given(
            brand=product.brand,
            price=_price(product.price),
            size_ml=_volume(product.size_ml),
            ml_per_use=_volume(product.ml_per_use),
            opened_on=product.opened_on,
            period_after_opening_months=product.period_after_opening_months,
            expires_on=product.expires_on,
            retired_on=product.retired_on,
            note=product.note,
        ),
    }


def write_step(step: Step) -> Item:
    """A step with its schedule."""
    return {
        "id": step.id,
        "name": step.name,
        "kind": step.kind,
        "slot": step.slot,
        **_given(position=step.position, product=step.product),
        "start": step.start.isoformat(),
        **_given(
            end=step.end,
            used_before=step.used_before,
            remind_at=step.remind_at,
            note=step.note,
        ),
        "schedule": [_version(version) for version in step.schedule],
        **_given(not_after=write_not_after(step.not_after), enforce=step.enforce),
    }


def write_details(step: Step) -> Item:
    """What of a step is a matter of neither its days nor its place."""
    return _given(
        product=step.product,
        used_before=step.used_before,
        remind_at=step.remind_at,
        note=step.note,
    )


def _version(version: Version) -> Item:
    optional = _given(not_after=write_not_after(version.not_after), enforce=version.enforce)
    return {"from": version.begins.isoformat(), "rule": version.rule.document(), **optional}


def write_not_after(rules: tuple[NotAfter, ...] | None) -> list[Item] | None:
    """What a step must not follow; None where that is not said."""
    return None if rules is None else [{"step": rule.step, "days": rule.days} for rule in rules]


def write_group(group: Group) -> Item:
    """A group, or one version of it."""
    begins = {} if group.begins is None else {"from": group.begins.isoformat()}
    return {"name": group.name, **begins, "priority": list(group.priority)}


def write_pause(pause: Pause) -> Item:
    """A pause."""
    return {
        "from": pause.begins.isoformat(),
        "to": None if pause.ends is None else pause.ends.isoformat(),
        "steps": None if pause.steps is None else list(pause.steps),
        **_given(reason=pause.reason),
    }


def write_treatment(treatment: Treatment) -> Item:
    """A clinic treatment."""
    return {
        "day": treatment.day.isoformat(),
        "name": treatment.name,
        "rest_days": treatment.rest_days,
        "steps": None if treatment.steps is None else list(treatment.steps),
        **_given(
            clinic=treatment.clinic,
            price=_price(treatment.price),
            note=treatment.note,
        ),
    }


def write_entry(entry: Entry) -> Item:
    """A tick or a skip."""
    return {
        "day": entry.day.isoformat(),
        "step": entry.step,
        "do": entry.do,
        **_given(
            at=None if entry.at is None else _instant(entry.at),
            offset_minutes=entry.offset_minutes,
            product=entry.product,
            reason=entry.reason,
            anyway=entry.anyway or None,
        ),
    }


def write_rating(rating: Rating) -> Item:
    """A day's marks."""
    return _given(**rating._asdict())


def write_question(question: Question) -> Item:
    """A question that was asked of a step."""
    return _given(**question._asdict())


def write_photo(photo: Photo) -> Item:
    """A progress photo's entry."""
    return _given(**photo._asdict())


def _price(price: Price | None) -> Mapping[str, str] | None:
    return None if price is None else price._asdict()


def _volume(millilitres: float | None) -> float | int | None:
    """Whole millilitres without a fraction of nothing."""
    if millilitres is None or int(millilitres) != millilitres:
        return millilitres
    return int(millilitres)


def _instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _given(**optional: object) -> Item:
    """The keys that have a value, days as they are written."""
    return {key: _plain(value) for key, value in optional.items() if value is not None}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
