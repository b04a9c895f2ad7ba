"""Do pause, resume, shift and treat do what they say, show it first, and come undone?"""

from typing import cast

import pytest

from tests.cli.terminal import Terminal

LOTION = "refining-lotion"


def lines_of_routine(terminal: Terminal) -> list[str]:
    """What `routine show` says below the steps and the group."""
    shown = terminal.does("routine", "show").out
    return shown.partition("the first that is due.\n")[2].splitlines()


def standing(terminal: Terminal, step: str, day: str) -> list[str | None]:
    return terminal.does("plan", day, "--json").rows[step]


def test_a_pause_until_ended_and_the_way_back(oily: Terminal) -> None:
    before = oily.does("plan", "--json").out

    assert oily.does("routine", "pause", "--reason", "Flu").out == (
        "Paused all steps from 21 November, until ended\n"
    )
    assert lines_of_routine(oily) == [
        "Pause from 21 November 2026, until ended: all steps. Reason: Flu"
    ]
    assert standing(oily, "clay-mask", "2027-01-01") == ["paused", "paused", None]
    assert oily.does("routine", "resume").out == "Went on with all steps from 21 November\n"
    assert oily.does("plan", "--json").out == before
    assert lines_of_routine(oily) == []
    assert oily.does("undo").out == "Undone: Went on with all steps from 21 November 2026\n"
    assert oily.does("undo").out == (
        "Undone: Paused all steps from 21 November 2026, until ended\n"
    )
    assert oily.does("plan", "--json").out == before


def test_a_holiday_afterwards_with_a_tick_inside(oily: Terminal) -> None:
    oily.does("tick", "pore-serum", "--day", "2026-11-12")

    ran = oily.does("routine", "pause", "2026-11-10..2026-11-14")

    assert ran.out == "Paused all steps from 10 November to 14 November\n"
    assert standing(oily, "pore-serum", "2026-11-11") == ["paused", "paused", "2026-11-12"]
    assert standing(oily, "pore-serum", "2026-11-12") == ["done", None, None]
    assert standing(oily, "pore-serum", "2026-11-14") == ["paused", "paused", "2026-11-15"]
    again = oily.does("routine", "pause", "2026-11-10..2026-11-14").out
    assert again == "It is so already. Nothing was changed.\n"


def test_one_day_and_some_steps_are_paused(oily: Terminal) -> None:
    one = oily.does("routine", "pause", "2026-11-25..2026-11-25", "--step", "clay").out
    assert one == "Paused Clay mask on 25 November\n"
    two = oily.does("routine", "pause", "--step", "clay", "--step", "pore", "--step", "clay-mask")
    assert two.out == "Paused 2 steps from 21 November, until ended\n"
    assert lines_of_routine(oily) == [
        "Pause from 25 November 2026 to 25 November 2026: Clay mask.",
        "Pause from 21 November 2026, until ended: Clay mask and Pore serum.",
    ]
    back = oily.does("routine", "resume", "--step", "clay", "--day", "2026-11-23").out
    assert back == "Went on with Clay mask from 23 November\n"
    assert standing(oily, "clay-mask", "2026-11-24")[0] == "optional"
    assert standing(oily, "pore-serum", "2026-11-24")[0] == "paused"


def test_a_pause_answers_with_the_routine(oily: Terminal) -> None:
    answer = oily.does("routine", "pause", "--json").json
    change = cast("dict[str, object]", answer["change"])
    routine = cast("dict[str, object]", answer["routine"])

    assert list(answer) == ["change", "routine"]
    assert (change["verb"], change["facts"]) == ("pause", {"first": "2026-11-21"})
    assert routine == oily.does("routine", "show", "--json").json
    assert routine["pauses"] == [{"from": "2026-11-21", "to": None, "steps": None}]
    assert oily.does("routine", "pause", "--json").json["change"] is None


def test_a_dry_run_shows_what_would_change_and_changes_nothing(oily: Terminal) -> None:
    asked = ("routine", "pause", "2026-11-20..2026-11-21", "--step", "pore", "--dry-run")

    assert oily.does(*asked).out == (
        "This would change:\n"
        "  Fri 20 Nov  Morning  Pore serum  Missed → Paused\n"
        "  Sat 21 Nov  Morning  Pore serum  Due → Paused\n"
    )
    assert oily.does(*asked, "--json").json == {
        "dry_run": True,
        "first": "2026-11-20",
        "last": "2027-01-19",
        "differences": [
            {
                "day": "2026-11-20",
                "step": "pore-serum",
                "before": ["missed", None, None],
                "after": ["paused", "paused", "2026-11-22"],
            },
            {
                "day": "2026-11-21",
                "step": "pore-serum",
                "before": ["due", None, None],
                "after": ["paused", "paused", "2026-11-22"],
            },
        ],
    }
    assert lines_of_routine(oily) == []
    assert oily.does("undo").out == "Undone: Set up the routine\n"


def test_a_dry_run_that_would_change_nothing_says_so(oily: Terminal) -> None:
    asked = ("routine", "shift", "lotion", "2026-12-01", "--dry-run")
    assert oily.does(*asked).out == "Nothing would change in the next 60 days.\n"


def test_the_lotion_is_back_today(oily: Terminal) -> None:
    assert oily.does("routine", "shift", "lotion").out == (
        "Turned Refining lotion on from 21 November\n"
    )
    assert standing(oily, LOTION, "2026-11-23")[0] == "due"
    assert oily.does("undo").out == "Undone: Turned Refining lotion on from 21 November 2026\n"
    assert standing(oily, LOTION, "2026-11-23")[1] == "month_off"


def test_two_more_weeks_and_then_not_so_many(oily: Terminal) -> None:
    longer = oily.does("routine", "shift", "lotion", "--by", "14", "--json").json
    change = cast("dict[str, dict[str, str]]", longer["change"])
    assert change["facts"]["turn"] == "2026-12-15"
    assert standing(oily, LOTION, "2026-12-14")[1] == "month_off"
    assert oily.does("routine", "shift", "lotion", "--by", "-10").out == (
        "Turned Refining lotion on from 5 December\n"
    )
    assert standing(oily, LOTION, "2026-12-04")[1] == "month_off"
    assert standing(oily, LOTION, "2026-12-05")[0] == "due"
    assert standing(oily, LOTION, "2027-01-05")[1] == "month_off"


def test_a_treatment_rests_what_it_names_and_comes_out_again(oily: Terminal) -> None:
    given = ("--rest", "5", "--step", "clay", "--clinic", "Skin 1", "--price", "140.00 USD")
    asked = ("routine", "treat", "Peel", "--day", "2026-11-18", *given, "--note", "Calm")

    answer = oily.does(*asked, "--json").json

    routine = cast("dict[str, object]", answer["routine"])
    assert routine["treatments"] == [
        {
            "day": "2026-11-18",
            "name": "Peel",
            "rest_days": 5,
            "steps": ["clay-mask"],
            "clinic": "Skin 1",
            "price": {"amount": "140.00", "currency": "USD"},
            "note": "Calm",
        }
    ]
    assert standing(oily, "clay-mask", "2026-11-21") == ["resting", "recovery", "2026-11-24"]
    assert lines_of_routine(oily) == ["Peel on 18 November 2026, then rest for 5 days: Clay mask."]
    gone = oily.does("routine", "treat", "peel", "--day", "2026-11-18", "--remove").out
    assert gone == "Took out Peel on 18 November\n"
    assert oily.does("undo").out == "Undone: Took out Peel on 18 November 2026\n"
    assert standing(oily, "clay-mask", "2026-11-21")[1] == "recovery"


def test_a_series_ahead_is_one_action_and_one_of_it_can_go(oily: Terminal) -> None:
    asked = ("routine", "treat", "Laser", "--day", "2026-12-01", "--series", "3", "--every", "28")
    assert oily.does(*asked).out == "Entered Laser 3 times, from 1 December on\n"
    assert oily.does(*asked).out == "It is so already. Nothing was changed.\n"
    oily.does("routine", "treat", "Laser", "--day", "2026-12-29", "--remove")
    assert lines_of_routine(oily) == [
        "Laser on 1 December 2026, then rest for 0 days: all steps.",
        "Laser on 26 January 2027, then rest for 0 days: all steps.",
    ]
    oily.does("undo")
    assert oily.does("undo").out == ("Undone: Entered Laser 3 times, from 1 December 2026 on\n")
    assert lines_of_routine(oily) == []


def test_what_is_over_is_not_shown_with_the_routine(oily: Terminal) -> None:
    oily.does("routine", "treat", "Peel", "--day", "2026-11-10", "--rest", "3")
    oily.does("routine", "pause", "2026-11-10..2026-11-14")

    assert lines_of_routine(oily) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("pause 2026-11-22..2026-11-21", "2026-11-22..2026-11-21 ends before it begins."),
        ("pause ..2026-11-21", "FROM should be a day"),
        ("pause 2026-11-21..", "TO should be a day"),
        ("pause --step retinol", "No step is called retinol."),
        ("resume", "Nothing is paused on Saturday 21 November. Choose a day of the pause."),
        ("shift clay", "Clay mask has no phases on and off to shift."),
        ("shift lotion 2026-11-20", "Friday 20 November is gone by."),
        ("shift lotion 2029-01-01", "Refining lotion cannot be shifted to Monday 1 January 2029."),
        ("shift lotion 2026-12-04 --by 3", "A day and --by speak of the same turn."),
        ("shift lotion --by soon", "--by should be a whole number"),
        ("treat Peel --series 3", "--series and --every belong together."),
        ("treat Peel --series 53 --every 7", "--series is 53."),
        ("treat Peel --rest 367", "--rest is 367."),
        ("treat Peel --price 140", "--price should be an amount and its currency"),
        ("treat Peel --remove", "There is no Peel on Saturday 21 November"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(oily: Terminal, asked: str, said: str) -> None:
    assert oily.fails(2, "routine", *asked.split()).startswith(said)
    assert oily.does("undo").out == "Undone: Set up the routine\n"


def test_without_a_routine_there_is_nothing_to_pause(terminal: Terminal) -> None:
    assert terminal.fails(2, "routine", "pause").startswith("No routine yet.")
    assert terminal.fails(2, "routine", "shift", "lotion").startswith("No routine yet.")
