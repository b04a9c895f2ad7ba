"""Is a document that cannot be kept refused, with its place, and what can be spared reported?"""

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import TypeAlias, cast

import pytest

from tracker.domain.errors import BadInput, NewerData
from tracker.exchange.transfer import read_document
from tracker.words.errors import error_line
from tracker.words.left_out import left_out_line

Document: TypeAlias = dict[str, list[dict[str, object]]]
DAILY = {"from": "2026-10-01", "rule": {"kind": "daily"}}


def step(step_id: str, **more: object) -> dict[str, object]:
    schedule = [DAILY]
    found = {"id": step_id, "name": step_id, "kind": "serum", "slot": "evening"}
    return {**found, "start": "2026-10-01", "schedule": schedule, **more}


DOCUMENT = {
    "format": "routine-tracker",
    "version": 1,
    "settings": {"week_start": "mon"},
    "products": [{"id": "gel", "name": "Gel", "kind": "cleanser"}],
    "steps": [step("mask"), step("lotion", product="gel")],
    "groups": [{"name": "Evening", "priority": ["mask", "lotion"]}],
    "pauses": [{"from": "2026-10-05", "to": None, "steps": ["mask"]}],
    "treatments": [{"day": "2026-10-09", "name": "Peel", "rest_days": 3, "steps": None}],
    "log": [{"day": "2026-10-01", "step": "mask", "do": "tick"}],
    "ratings": [{"day": "2026-10-01", "overall": 7}],
    "tests": [{"step": "lotion", "facet": "pores", "hope": "down", "asked_on": "2026-10-01"}],
    "photos": [{"day": "2026-10-01", "angle": "front", "file": "a.png"}],
}


def changed(change: Callable[[Document], object]) -> str:
    document = deepcopy(DOCUMENT)
    change(cast("Document", document))
    return json.dumps(document)


def put(part: str, **values: object) -> Callable[[Document], object]:
    """A change of the first item of a part."""
    return lambda document: document[part][0].update(values)


def top(**values: object) -> Callable[[Document], object]:
    """A change of the document's own keys."""
    return lambda document: cast("dict[str, object]", document).update(values)


def add(part: str, *items: Mapping[str, object]) -> Callable[[Document], object]:
    return lambda document: document[part].extend(map(dict, items))


def rule(**values: object) -> Callable[[Document], object]:
    return put("steps", schedule=[{"from": "2026-10-01", "rule": values}])


REFUSED: list[tuple[Callable[[Document], object], str, str]] = [
    (put("steps", start="2026-02-30"), "not_a_day", "steps[mask].start"),
    (put("steps", start="2026-10-1"), "not_a_day", "steps[mask].start"),
    (put("steps", start="20261001"), "not_a_day", "steps[mask].start"),
    (put("steps", start=20261001), "not_a_day", "steps[mask].start"),
    (put("steps", start="1066-10-14"), "day_out_of_range", "steps[mask].start"),
    (put("steps", start=None), "missing_key", "steps[mask].start"),
    (put("steps", end="2026-09-30"), "end_before_start", "steps[mask].end"),
    (put("steps", name=""), "empty_text", "steps[mask].name"),
    (put("steps", name="a\0b"), "text_not_storable", "steps[mask].name"),
    (put("steps", name="\ud800"), "text_not_storable", "steps[mask].name"),
    (put("steps", name="n" * 201), "text_too_long", "steps[mask].name"),
    (put("steps", note="n" * 10_001), "text_too_long", "steps[mask].note"),
    (put("steps", name=["Mask"]), "not_text", "steps[mask].name"),
    (put("steps", kind="spell"), "not_one_of", "steps[mask].kind"),
    (put("steps", position=-1), "number_out_of_range", "steps[mask].position"),
    (put("steps", position=1.5), "not_a_number", "steps[mask].position"),
    (put("steps", position=True), "not_a_number", "steps[mask].position"),
    (put("steps", used_before="yes"), "not_a_flag", "steps[mask].used_before"),
    (put("steps", remind_at="25:00"), "not_a_time", "steps[mask].remind_at"),
    (put("steps", remind_at="21:00\n"), "not_a_time", "steps[mask].remind_at"),
    (put("steps", product="gone"), "no_such_product_there", "steps[mask].product"),
    (put("steps", enforce="hard"), "not_one_of", "steps[mask].enforce"),
    (put("steps", schedule=[]), "no_versions", "steps[mask].schedule"),
    (put("steps", schedule={}), "not_a_list", "steps[mask].schedule"),
    (put("steps", schedule=["daily"]), "not_a_mapping", "steps[mask].schedule[0]"),
    (
        put("steps", schedule=[DAILY, DAILY]),
        "versions_not_distinct",
        "steps[mask].schedule[1].from",
    ),
    (rule(kind="hourly"), "not_one_of", "steps[mask].schedule[0].rule.kind"),
    (rule(kind="every", days=0), "number_out_of_range", "steps[mask].schedule[0].rule.days"),
    (rule(kind="weekdays", days=[]), "weekdays_not_distinct", "steps[mask].schedule[0].rule.days"),
    (
        rule(kind="per_week", times=2, prefer=["mon"]),
        "prefer_not_times",
        "steps[mask].schedule[0].rule.prefer",
    ),
    (
        rule(kind="cycle", during={"kind": "cycle"}),
        "cycle_in_cycle",
        "steps[mask].schedule[0].rule.during",
    ),
    (
        put("steps", not_after=[{"step": "mask", "days": 1}]),
        "not_after_itself",
        "steps[mask].not_after[0].step",
    ),
    (
        put("steps", not_after=[{"step": "gone", "days": 1}]),
        "no_such_step_there",
        "steps[mask].not_after[0].step",
    ),
    (
        put("steps", not_after=[{"step": "lotion", "days": 0}]),
        "number_out_of_range",
        "steps[mask].not_after[0].days",
    ),
    (add("steps", step("mask")), "id_twice", "steps[mask]"),
    (
        add("products", {"id": "gel", "name": "Gel", "kind": "cleanser"}),
        "id_twice",
        "products[gel]",
    ),
    (put("products", price=140), "not_a_mapping", "products[gel].price"),
    (
        put("products", price={"amount": 140, "currency": "USD"}),
        "not_an_amount",
        "products[gel].price.amount",
    ),
    (
        put("products", price={"amount": "1e5", "currency": "USD"}),
        "not_an_amount",
        "products[gel].price.amount",
    ),
    (
        put("products", price={"amount": "5", "currency": "usd"}),
        "not_a_currency",
        "products[gel].price.currency",
    ),
    (put("products", size_ml=0), "not_a_quantity", "products[gel].size_ml"),
    (put("products", size_ml="30"), "not_a_quantity", "products[gel].size_ml"),
    (put("products", size_ml=True), "not_a_quantity", "products[gel].size_ml"),
    (put("groups", priority=["mask", "gone"]), "no_such_step_there", "groups[0].priority[1]"),
    (put("groups", priority=["mask", "mask"]), "same_twice", "groups[0].priority[1]"),
    (
        add("groups", {"name": "Other", "from": "2027-01-01", "priority": ["mask"]}),
        "in_two_groups",
        "groups[Other]",
    ),
    (add("groups", {"name": "Evening", "priority": []}), "same_twice", "groups[1]"),
    (put("pauses", to="2026-10-04"), "end_before_start", "pauses[0].to"),
    (put("pauses", steps=["gone"]), "no_such_step_there", "pauses[0].steps[0]"),
    (put("treatments", rest_days=-1), "number_out_of_range", "treatments[0].rest_days"),
    (put("treatments", steps=["gone"]), "no_such_step_there", "treatments[0].steps[0]"),
    (put("log", step="gone"), "no_such_step_there", "log[0].step"),
    (put("log", do="missed"), "not_one_of", "log[0].do"),
    (put("log", product="gone"), "no_such_product_there", "log[0].product"),
    (put("log", at="2026-10-01T20:00:00"), "not_an_instant", "log[0].at"),
    (put("log", at="yesterday"), "not_an_instant", "log[0].at"),
    (put("log", at="0001-01-01T00:00:00+14:00"), "not_an_instant", "log[0].at"),
    (put("log", offset_minutes=5000), "number_out_of_range", "log[0].offset_minutes"),
    (put("ratings", overall=0), "number_out_of_range", "ratings[0].overall"),
    (put("ratings", redness=5), "number_out_of_range", "ratings[0].redness"),
    (put("tests", facet="glow"), "not_one_of", "tests[0].facet"),
    (put("tests", step="gone"), "no_such_step_there", "tests[0].step"),
    (put("photos", file="../../etc/passwd"), "not_a_file_name", "photos[0].file"),
    (put("photos", file="..\\x"), "not_a_file_name", "photos[0].file"),
    (put("photos", file=".hidden"), "not_a_file_name", "photos[0].file"),
    (top(log={}), "not_a_list", "log"),
    (top(settings=[]), "not_a_mapping", "settings"),
    (
        top(settings={"week_start": "someday"}),
        "not_one_of",
        "settings.week_start",
    ),
    (top(format="other"), "not_our_format", "format"),
    (lambda document: document.pop("format"), "missing_key", "format"),
    (top(version="1"), "not_a_number", "version"),
    (top(version=0), "number_out_of_range", "version"),
]


@pytest.mark.parametrize(
    ("change", "code", "where"), REFUSED, ids=[f"{code}@{where}" for _c, code, where in REFUSED]
)
def test_what_cannot_be_kept_is_refused_with_its_place(
    change: Callable[[Document], object], code: str, where: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_document(changed(change))
    assert (refused.value.code, refused.value.facts["where"]) == (code, where)
    line = error_line(refused.value)
    assert where in line
    assert "…" not in line


def test_the_document_itself_is_kept() -> None:
    diary, notes = read_document(json.dumps(DOCUMENT))
    assert notes == ()
    assert [step.id for step in diary.steps] == ["mask", "lotion"]


def test_a_later_version_is_not_guessed_at() -> None:
    with pytest.raises(NewerData) as refused:
        read_document('{"format": "routine-tracker", "version": 2, "steps": "new"}')
    assert "version 2" in error_line(refused.value)


@pytest.mark.parametrize(
    ("change", "where", "code"),
    [
        (put("steps", mood="bright"), "steps[mask].mood", "unknown_key"),
        (rule(kind="daily", days=3), "steps[mask].schedule[0].rule.days", "unknown_key"),
        (put("log", extra=[[[1]]]), "log[0].extra", "unknown_key"),
        (top(plan={}), "plan", "unknown_key"),
        (
            top(settings={"theme": "dark"}),
            "settings.theme",
            "machine_setting",
        ),
        (
            top(settings={"sound": True}),
            "settings.sound",
            "unknown_key",
        ),
        (add("ratings", {"day": "2026-10-01", "overall": 3}), "ratings[1]", "same_twice_left_out"),
        (
            add("pauses", {"from": "2026-10-05", "to": None, "steps": ["mask"]}),
            "pauses[1]",
            "same_twice_left_out",
        ),
        (
            add("log", {"day": "2026-10-01", "step": "mask", "do": "skip"}),
            "log[1]",
            "second_skip",
        ),
        (
            add("log", {"day": "2026-10-01", "step": "mask", "do": "tick", "reason": "again"}),
            "log[1]",
            "second_tick",
        ),
    ],
)
def test_what_can_be_spared_is_left_out_and_reported(
    change: Callable[[Document], object], where: str, code: str
) -> None:
    diary, notes = read_document(changed(change))
    assert [(note.where, note.code) for note in notes] == [(where, code)]
    assert left_out_line(*notes[0]).startswith(where)
    assert [entry.do for entry in diary.log] == ["tick"]
    assert len(diary.ratings) == len(diary.pauses) == 1


def test_a_tick_replaces_a_skip_that_came_before() -> None:
    skip = {"day": "2026-10-01", "step": "mask", "do": "skip"}
    tick = {"day": "2026-10-01", "step": "mask", "do": "tick"}
    document = {**DOCUMENT, "log": [skip, tick, skip]}
    diary, notes = read_document(json.dumps(document))
    assert [entry.do for entry in diary.log] == ["tick"]
    assert [(note.where, note.code) for note in notes] == [
        ("log[0]", "second_skip"),
        ("log[2]", "second_skip"),
    ]


def test_a_group_that_ends_gives_its_steps_free() -> None:
    ended = {"name": "Evening", "from": "2027-01-01", "priority": []}
    other = {"name": "Night", "from": "2027-01-01", "priority": ["lotion", "mask"]}
    diary, _notes = read_document(changed(add("groups", ended, other)))
    assert [group.name for group in diary.groups] == ["Evening", "Evening", "Night"]


def test_versions_are_put_in_the_order_of_their_days() -> None:
    later = {"from": "2026-12-01", "rule": {"kind": "as_needed"}}
    first = {"from": "2026-10-01", "rule": {"kind": "daily"}}
    diary, _notes = read_document(changed(put("steps", schedule=[later, first])))
    assert [version.begins.month for version in diary.steps[0].schedule] == [10, 12]


def test_an_instant_of_another_zone_is_kept_in_utc() -> None:
    diary, _notes = read_document(changed(put("log", at="2026-10-01T22:15:00+02:00")))
    at = diary.log[0].at
    assert at is not None
    assert at.isoformat() == "2026-10-01T20:15:00+00:00"


def test_weekdays_of_the_week_start_are_checked_and_trimmed() -> None:
    value = [{"from": "2026-10-01", "day": "sun", "why": "moved"}]
    document = {**DOCUMENT, "settings": {"week_start": value}}
    diary, notes = read_document(json.dumps(document))
    assert diary.settings["week_start"] == [{"from": "2026-10-01", "day": "sun"}]
    assert diary.routine().week_starts[0].weekday == "sun"
    assert [note.where for note in notes] == ["settings.week_start[0].why"]


def test_more_steps_than_anyone_follows_are_refused() -> None:
    document = {"format": "routine-tracker", "version": 1, "steps": [{}] * 501}
    with pytest.raises(BadInput) as caught:
        read_document(json.dumps(document))
    assert (caught.value.code, caught.value.facts["where"]) == ("too_many_items", "steps")
