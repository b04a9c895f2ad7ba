"""Are the presets the routines that the program promises, and is a slip in one told?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tracker.domain.errors import BadInput
from tracker.domain.log import Log
from tracker.domain.plan import plan
from tracker.exchange.preset import load_preset, preset_names, read_preset
from tracker.exchange.transfer import read_document, write_document
from tracker.words.errors import error_line
from tracker.words.resources import resource

START = date(2026, 10, 1)
MORNING = ["cleanse-morning", "toner", "pore-serum", "moisturise-morning"]
EVENING = ["cleanse-evening", "clay-mask", "refining-lotion", "moisturise-evening"]
RULES = {
    "oily": (("wed", "sun"), {"kind": "daily"}),
    "combination": (
        ("tue", "sat"),
        {"kind": "per_week", "times": 3, "prefer": ["mon", "wed", "fri"]},
    ),
}


def text(name: str) -> str:
    return resource("routines", f"{name}.toml").read_text()


@pytest.mark.parametrize("name", preset_names())
@pytest.mark.parametrize("choice", [None, "toner", "overnight-serum"])
def test_a_preset_has_the_promised_steps(name: str, choice: str | None) -> None:
    diary = load_preset(name, START, choice)
    morning, evening = list(MORNING), list(EVENING)
    if choice == "overnight-serum":
        morning.remove("toner")
        evening.insert(3, "overnight-serum")
    assert [step.id for step in diary.routine().ordered()] == morning + evening
    assert {step.start for step in diary.steps} == {START}
    (group,) = diary.groups
    assert group.priority == tuple(evening[1:-1])
    assert read_document(write_document(diary)) == (diary, ())


@pytest.mark.parametrize("name", RULES)
def test_the_lotion_takes_months_in_turn(name: str) -> None:
    prefer, during = RULES[name]
    routine = load_preset(name, START).routine()
    mask = {"kind": "per_week", "times": 2, "min_gap": 3, "prefer": list(prefer)}
    assert routine.step("clay-mask").schedule[0].rule.document() == mask
    assert routine.step("refining-lotion").schedule[0].rule.document() == {
        "kind": "cycle",
        "on": {"months": 1},
        "off": {"months": 1},
        "start": "2026-10-01",
        "during": during,
    }


def test_sensitive_skin_begins_gently() -> None:
    lotion = load_preset("sensitive", START).routine().step("refining-lotion")
    rule = {"kind": "per_week", "times": 2, "min_gap": 2, "prefer": ["tue", "fri"]}
    assert lotion.schedule[0].rule.document() == rule
    assert lotion.not_after == (("clay-mask", 1),)


@pytest.mark.parametrize("name", preset_names())
@pytest.mark.parametrize("choice", ["toner", "overnight-serum"])
def test_there_is_at_most_one_treatment_an_evening(name: str, choice: str) -> None:
    routine = load_preset(name, START, choice).routine()
    rows = plan(routine, Log(()), START, START + timedelta(days=120), START)
    members = routine.groups[0].priority
    due = [row.day for row in rows if row.step in members and row.status == "due"]
    assert due
    assert len(due) == len(set(due))


def test_the_moisturiser_is_due_every_morning_and_evening() -> None:
    rows = plan(load_preset("oily", START).routine(), Log(()), START, START, START)
    due = [row.step for row in rows if row.status == "due"]
    assert (due[3], due[-1], rows[-1].step) == ("moisturise-morning", *["moisturise-evening"] * 2)


@pytest.mark.parametrize(
    ("name", "choice", "line"),
    [
        (
            "dry",
            None,
            "There is no preset 'dry'. Use one of these: oily, combination, sensitive.",
        ),
        ("../oily", None, "There is no preset '../oily'."),
        (
            "oily",
            "retinol",
            "oily.toml: The preset has no choice 'retinol'. Use one of these: toner,",
        ),
    ],
)
def test_what_there_is_not_is_named(name: str, choice: str | None, line: str) -> None:
    with pytest.raises(BadInput) as refused:
        load_preset(name, START, choice)
    assert error_line(refused.value).startswith(line)


@pytest.mark.parametrize(
    ("right", "wrong", "code", "where"),
    [
        ("times = 2", "times = 9", "number_out_of_range", "steps[clay-mask].rule.times"),
        ("times = 2", "tmies = 2", "missing_key", "steps[clay-mask].rule.times"),
        ("times = 2", "times = 2, t = 1", "unknown_key_here", "steps[clay-mask].rule.t"),
        ('kind = "mask"', 'kind = "musk"', "not_one_of", "steps[clay-mask].kind"),
        ('kind = "mask"', 'knid = "mask"', "missing_key", "steps[clay-mask].kind"),
        ('id = "toner"', 'id = "clay-mask"', "id_twice", "steps[clay-mask]"),
        ('choice = "toner"', 'choice = "tea"', "not_one_of", "steps[toner].choice"),
        (
            '"overnight-serum"]\n\n# ---',
            "]\n\n# ---",
            "not_one_of",
            "steps[overnight-serum].choice",
        ),
        ('["clay-mask", "ref', '["clay-musk", "ref', "no_such_step_there", "groups[0].priority[0]"),
        (
            'start = "set-up"\nd',
            'start = "soon"\nd',
            "not_a_day",
            "steps[refining-lotion].rule.start",
        ),
        ("priority", "prioritee", "missing_key", "groups[0].priority"),
        ("description = ", "describes = ", "missing_key", "description"),
    ],
)
def test_a_slip_is_told_with_step_and_key(right: str, wrong: str, code: str, where: str) -> None:
    slipped = text("oily").replace(right, wrong, 1)
    assert slipped != text("oily")
    with pytest.raises(BadInput) as refused:
        read_preset(slipped.encode(), START)
    assert (refused.value.code, refused.value.facts["where"]) == (code, where)


@pytest.mark.parametrize(
    ("slipped", "code"),
    [(b"steps = [", "not_toml"), (b"\xff", "not_utf8"), (b"a = 1\na = 2", "not_toml")],
)
def test_a_file_that_is_no_preset_is_refused(slipped: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_preset(slipped, START)
    assert refused.value.code == code


def test_a_slip_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(*parts: str) -> Path:
        return tmp_path / parts[-1]

    (tmp_path / "sensitive.toml").write_text("choices = 1")
    monkeypatch.setattr("tracker.exchange.preset.resource", elsewhere)
    with pytest.raises(BadInput) as refused:
        load_preset("sensitive", START)
    assert error_line(refused.value) == "sensitive.toml: description is missing. Add it."


def test_a_file_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.exchange.preset.resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(BadInput) as refused:
        load_preset("oily", START)
    assert error_line(refused.value).startswith("oily.toml: The file cannot be read.")
