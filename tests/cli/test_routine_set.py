"""Does the routine become what a file says, and is it said before what that changes?"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, cast

import pytest

from tests.cli.terminal import Terminal

Document: TypeAlias = dict[str, list[dict[str, object]]]
Write: TypeAlias = Callable[[object], str]

SIX_WEEKS = {
    "kind": "cycle",
    "on": {"weeks": 6},
    "off": {"weeks": 2},
    "start": "2026-11-23",
    "during": {"kind": "daily"},
}
CLAY_MASK = {"kind": "per_week", "times": 2, "min_gap": 3, "prefer": ["wed", "sun"]}
GOLDEN = Path(__file__).parents[1] / "golden" / "rules"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Puts a document into a file; its name."""

    def written(document: object) -> str:
        path = tmp_path / "routine.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return str(path)

    return written


def exported(terminal: Terminal) -> Document:
    """What is kept, as a document."""
    path = terminal.folder / "all.json"
    terminal.does("export", str(path))
    return cast("Document", json.loads(path.read_text(encoding="utf-8")))


def step_of(terminal: Terminal, step: str) -> dict[str, object]:
    return next(one for one in exported(terminal)["steps"] if one["id"] == step)


def with_rule(terminal: Terminal, step: str, rule: object) -> Document:
    """A file with that step alone, its rule another one."""
    known = step_of(terminal, step)
    return {"steps": [{**known, "schedule": [{"from": "2026-10-01", "rule": rule}]}]}


def test_six_weeks_from_monday(oily: Terminal, write: Write) -> None:
    file = write(with_rule(oily, "refining-lotion", SIX_WEEKS))
    before = oily.does("plan", "2026-10-01..2026-11-22", "--json").out

    shown = oily.does("routine", "diff", file, "--from", "2026-11-23").out
    edits, changes, told = shown.split("\n\n")
    assert edits == (
        "Refining lotion, from 23 November:"
        " Every day; 6 weeks on and 2 weeks off in turn, from 23 November 2026."
    )
    assert changes.splitlines()[:2] == [
        "This would change:",
        "  Mon 23 Nov       Evening  Refining lotion  Resting (Month off) → Due",
    ]
    assert told.splitlines()[1] == (
        "Overnight serum gets no turn from 23 November until 4 January 2027:"
        " Refining lotion comes before it each time."
    )
    assert shown == oily.does("routine", "set", file, "--from", "2026-11-23", "--dry-run").out
    assert len(cast("list[object]", step_of(oily, "refining-lotion")["schedule"])) == 1

    ran = oily.does("routine", "set", file, "--from", "2026-11-23").out
    assert ran.splitlines()[0] == "Changed the routine from 23 November on"
    assert oily.does("plan", "2026-10-01..2026-11-22", "--json").out == before
    again = oily.does("routine", "set", file, "--from", "2026-11-23").out
    assert again == "It is so already. Nothing was changed.\n"
    assert oily.does("undo").out == "Undone: Changed the routine from 23 November 2026 on\n"


def test_what_is_exported_changes_nothing(oily: Terminal, write: Write) -> None:
    oily.does("tick", "pore-serum")
    file = write(exported(oily))

    assert oily.does("routine", "diff", file).out.splitlines()[0] == "The routine is so already."
    ran = oily.does("routine", "set", file)
    assert ran.out.splitlines() == [
        "It is so already. Nothing was changed.",
        "log: is no part of the routine, left out. See import.",
    ]


@pytest.mark.parametrize("name", ["oily-skin-from-october", "sensitive-skin", "skin-cycling"])
def test_a_document_becomes_the_routine(terminal: Terminal, name: str) -> None:
    path = GOLDEN / f"{name}.json"
    wanted = json.loads(path.read_text(encoding="utf-8"))

    terminal.does("routine", "set", str(path), "--from", "2026-01-01", "--rewrite-past")

    found = exported(terminal)
    assert found["steps"] == wanted["steps"]
    assert found["groups"] == wanted["groups"]


def test_with_only_the_others_end(oily: Terminal, write: Write) -> None:
    file = write({"steps": [step_of(oily, "clay-mask")]})

    oily.does("routine", "set", file, "--only")

    assert list(oily.does("plan", "2026-11-20", "--json").rows) != ["clay-mask"]
    assert list(oily.does("plan", "2026-11-21", "--json").rows) == ["clay-mask"]


def test_json_says_the_same(oily: Terminal, write: Write) -> None:
    file = write({**with_rule(oily, "clay-mask", {"kind": "daily"}), "frob": 1})

    diff = oily.does("routine", "diff", file, "--json").json
    assert (diff["dry_run"], diff["first"], diff["last"]) == (True, "2026-11-21", "2027-01-19")
    assert diff["edits"] == [
        {
            "edit": "rule",
            "step": "clay-mask",
            "day": "2026-11-21",
            "before": CLAY_MASK,
            "after": {"kind": "daily"},
            "sentence": "Clay mask, from 21 November: Every day.",
        }
    ]
    assert cast("list[dict[str, object]]", diff["differences"])[0] == {
        "day": "2026-11-22",
        "step": "clay-mask",
        "before": ["resting", "too_soon", "2026-11-24"],
        "after": ["due", None, None],
    }
    done = oily.does("routine", "set", file, "--json").json
    assert cast("dict[str, object]", done["change"])["verb"] == "follow"
    assert (done["edits"], done["warnings"]) == (diff["edits"], diff["warnings"])
    assert cast("list[dict[str, object]]", done["warnings"])[0] == {
        "warning": "no_turn",
        "step": "refining-lotion",
        "reason": "displaced_by:clay-mask",
        "sentence": (
            "Refining lotion gets no turn from 1 December on: Clay mask comes before it each time."
        ),
    }
    assert done["left_out"] == [
        {
            "where": "frob",
            "code": "unknown_key",
            "sentence": "frob: not known here, left out.",
        }
    ]


def test_the_past_is_rewritten_by_one_who_says_so(oily: Terminal, write: Write) -> None:
    file = write(with_rule(oily, "clay-mask", {"kind": "weekdays", "days": ["tue"]}))
    before = oily.does("plan", "2026-10-01..2026-11-09", "--json").out
    asked = ("routine", "set", file, "--from", "2026-11-10")

    assert oily.fails(2, *asked) == (
        "Tuesday 10 November is past. Look at it with routine diff, and add --rewrite-past"
        " to change days gone by."
    )
    refused = oily.fails(2, *asked)
    assert oily.fails(2, *asked, "--dry-run") == refused
    assert oily.does("routine", "diff", file, "--from", "2026-11-10").out.splitlines()[3] == (
        "  Tue 10 Nov       Evening  Clay mask        Optional → Missed"
    )
    oily.does(*asked, "--rewrite-past")
    assert oily.does("plan", "2026-10-01..2026-11-09", "--json").out == before
    assert oily.does("plan", "2026-11-10", "--json").rows["clay-mask"][0] == "missed"


def test_four_hundred_days_are_compared_at_most(terminal: Terminal, write: Write) -> None:
    path = GOLDEN / "oily-skin-from-october.json"
    begun = ("--from", "2020-01-01", "--rewrite-past")
    document = json.loads(path.read_text(encoding="utf-8"))
    for step in document["steps"]:
        step["start"] = step["schedule"][0]["from"] = "2020-01-01"

    dry = terminal.does("routine", "set", write(document), *begun, "--dry-run", "--json").json

    assert (dry["first"], dry["last"]) == ("2020-01-01", "2021-02-04")
    text = terminal.does("routine", "diff", write(document), "--from", "2020-01-01").out
    assert "What changes is worked out up to Thursday 4 February 2021 only." in text.splitlines()


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (
            {"kind": "per_week", "times": 9},
            "rule.times is 9. Write a number from 1 to 7.",
        ),
        (
            {"kind": "cycle", "on": {"weeks": 1}, "off": {"days": 1}, "start": "2026-10-01"},
            "rule.during is missing. Add it.",
        ),
        ({"kind": "never"}, "rule.kind is 'never'. Use one of these: "),
    ],
)
def test_a_fault_names_the_step_and_the_key(
    oily: Terminal, write: Write, rule: object, fault: str
) -> None:
    file = write(with_rule(oily, "clay-mask", rule))

    for command in ("set", "diff"):
        line = oily.fails(2, "routine", command, file)
        assert line.startswith(f"{file}: steps[clay-mask].schedule[0].{fault}")


def test_what_is_no_routine_is_told(oily: Terminal, write: Write) -> None:
    def told(document: object) -> str:
        file = write(document)
        return oily.fails(2, "routine", "set", file).removeprefix(f"{file}: ")

    known = step_of(oily, "clay-mask")
    assert told({}) == "steps is missing. Add it."
    assert (
        told([])
        == told([known])
        == (
            "The file holds a list where a table with steps and groups should be."
            ' Put the list of steps under a key: {"steps": […]}.'
        )
    )
    assert told({"steps": {"clay-mask": known}}) == (
        "steps should be a list, not a table of keys and values."
    )
    assert told({"format": "other", "version": 1, "steps": []}).startswith("format is not")
    assert told({"steps": [known, known]}).startswith("steps[clay-mask] has an id")
    assert told({"steps": [{**known, "not_after": [{"step": "ghost", "days": 1}]}]}) == (
        "steps[clay-mask].not_after[0].step names the step ghost, which is not in the document."
    )
    assert told({"steps": [{**known, "product": "ghost"}]}) == (
        "steps[clay-mask].product names the product ghost, which is not there."
    )
    assert told({"groups": [{"name": "B", "priority": ["clay-mask"]}]}) == (
        "Clay mask is in the group Evening treatment. Take it out there first."
    )
    assert told({"steps": [{**known, "start": "2027-01-01"}]}) == (
        "steps[clay-mask].start is after Saturday 21 November 2026, and Clay mask is there before"
        " it. Choose that day or leave it."
    )
    assert oily.fails(2, "routine", "set", "gone.json") == (
        "gone.json: There is no such file. Check its name."
    )


def test_the_card_is_a_page(oily: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "card.html"

    ran = oily.does("routine", "card", str(file), "--today", "2026-12-01").out

    assert ran == f"Wrote the card to {file}. Open it in a browser to print it.\n"
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "On now, off from 1 January 2027, on again from 1 February 2027" in page
    assert oily.does("routine", "card", str(file), "--json").json == {"file": str(file)}
    assert oily.fails(2, "routine", "card", "card.pdf") == (
        "card.pdf: The card is a page for a browser. Use a name that ends in .html."
    )
    for name in ("html", ".html"):
        assert oily.fails(2, "routine", "card", name).startswith(f"{name}: The card is a page")
