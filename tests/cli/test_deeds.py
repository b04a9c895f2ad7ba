"""Do tick, untick, skip, rate, undo and redo do what they say, and say what they did?"""

from tests.cli.terminal import Terminal


def test_a_tick_answers_with_the_day(oily: Terminal) -> None:
    ran = oily.does("tick", "clay-mask", "--json")
    assert ran.out == oily.does("plan", "--json").out
    assert ran.rows["clay-mask"] == ["done", None, None]
    assert ran.rows["overnight-serum"] == ["resting", "displaced_by:clay-mask", "2026-11-22"]
    past = oily.does("tick", "clay-mask", "--day", "2026-11-15", "--json")
    assert past.out == oily.does("plan", "2026-11-15", "--json").out


def test_a_tick_is_told_to_people(oily: Terminal) -> None:
    assert oily.does("tick", "Clay mask").out == "Ticked Clay mask\n"
    assert oily.does("tick", "clay-mask").out == "It is so already. Nothing was changed.\n"
    late = oily.does("tick", "pore", "--day", "2026-11-20").out
    assert late == "Ticked Pore serum on Friday 20 November\n"
    assert oily.does("untick", "CLAY").out == "Unticked Clay mask\n"
    assert oily.does("untick", "clay").out == "It is so already. Nothing was changed.\n"


def test_what_changes_nothing_leaves_no_undo_entry(oily: Terminal) -> None:
    oily.does("tick", "clay-mask")
    oily.does("tick", "clay-mask")
    oily.does("untick", "pore-serum")
    assert oily.does("undo").out == "Undone: Ticked Clay mask\n"
    assert oily.does("undo").out == "Undone: Set up the routine\n"
    assert oily.does("undo").out == "There is nothing to undo.\n"
    assert oily.does("undo", "--json").out == "null\n"


def test_undo_and_redo_tell_what_it_was(oily: Terminal) -> None:
    before = oily.does("plan", "--json").out
    after = oily.does("tick", "clay-mask", "--json").out
    undone = oily.does("undo", "--json").json
    assert undone == {
        "verb": "tick",
        "facts": {"step": "clay-mask", "name": "Clay mask", "day": "2026-11-21"},
        "first": "2026-11-21",
        "last": "2026-11-21",
        "direction": "undone",
        "sentence": "Undone: Ticked Clay mask",
    }
    assert oily.does("plan", "--json").out == before
    assert oily.does("redo", "--json").json["direction"] == "redone"
    assert oily.does("plan", "--json").out == after
    assert oily.does("redo").out == "There is nothing to redo.\n"


def test_a_resting_step_is_refused_with_reason_and_until(oily: Terminal) -> None:
    ran = oily.run("tick", "refining-lotion", "--json")
    assert ran.code == 3
    assert ran.json == {"refused": {"reason": "month_off", "until": "2026-12-01"}}
    assert ran.err == (
        "Back on Tuesday 1 December: Refining lotion is used one month and rests one month,"
        " and this month off began on 1 November."
        " To log it all the same, add --anyway and --reason TEXT.\n"
    )
    assert oily.run("tick", "refining-lotion").out == ""
    assert oily.does("plan", "--json").rows["refining-lotion"][0] == "resting"


def test_a_strict_step_wants_a_reason(oily: Terminal) -> None:
    said = oily.fails(2, "tick", "refining-lotion", "--anyway")
    assert said == "Refining lotion asks for a reason when it is used anyway. Give one."
    ran = oily.does("tick", "refining-lotion", "--anyway", "--reason", "A wedding", "--json")
    assert ran.rows["refining-lotion"] == ["off_plan", "month_off", "2026-12-01"]


def test_an_advising_step_wants_only_a_second_word(oily: Terminal) -> None:
    # The mask is ticked, so the serum does not only give way: it rests.
    oily.does("tick", "clay-mask")
    said = oily.fails(3, "tick", "overnight-serum")
    assert said.startswith("Clay mask has this evening: only one such treatment at a time,")
    assert said.endswith(" To log it all the same, add --anyway.")
    ran = oily.does("tick", "overnight-serum", "--anyway", "--json")
    assert ran.rows["overnight-serum"][0] == "off_plan"


def test_a_step_is_swapped_in_within_the_rules(oily: Terminal) -> None:
    rows = oily.does("tick", "overnight-serum", "--json").rows
    assert rows["overnight-serum"] == ["done", None, None]
    assert rows["clay-mask"] == ["resting", "displaced_by:overnight-serum", "2026-11-22"]


def test_a_skip_keeps_its_reason(oily: Terminal) -> None:
    ran = oily.does("skip", "pore-serum", "--reason", "Ran out", "--json")
    assert ran.rows["pore-serum"] == ["skipped", None, None]
    assert oily.fails(3, "skip", "refining-lotion", "--reason", "Away").startswith("Back on Tue")
    assert oily.does("tick", "pore-serum", "--json").rows["pore-serum"][0] == "done"


def test_a_rating_answers_with_the_rating(oily: Terminal) -> None:
    assert oily.does("rate", "7", "--redness", "0", "--json").json == {
        "day": "2026-11-21",
        "overall": 7,
        "redness": 0,
    }
    ran = oily.does("rate", "--note", "Windy", "--pores", "2", "--json")
    assert ran.json == {
        "day": "2026-11-21",
        "overall": 7,
        "pores": 2,
        "redness": 0,
        "note": "Windy",
    }
    shown = oily.does("rate", "8", "--day", "2026-11-20").out
    assert shown == "Skin on Friday 20 November 2026: overall 8\n"


def test_what_cannot_be_logged_is_told(oily: Terminal) -> None:
    said = oily.fails(2, "tick", "cleanse")
    assert said == (
        "cleanse fits several steps. Use one of these: cleanse-morning, cleanse-evening."
    )
    assert oily.fails(2, "tick", "retinol").startswith(
        "No step is called retinol. Use one of these: cleanse-morning, pore-serum,"
    )
    assert oily.fails(2, "tick", "clay-mask", "--day", "2026-11-22") == (
        "Sunday 22 November is still to come. Log it on the day itself."
    )
    assert oily.fails(2, "skip", "clay-mask", "--reason", "x", "--day", "2026-11-22")
    assert oily.fails(2, "rate", "5", "--day", "2026-11-22")
    assert oily.fails(2, "rate") == (
        "Nothing is rated. Give a number from 1 to 10, a facet or a note."
    )
    assert oily.fails(2, "tick", "clay-mask", "--day", "2026-09-30") == (
        "Clay mask is no part of the routine on Wednesday 30 September 2026. Choose another day."
    )
    assert oily.does("undo").out == "Undone: Set up the routine\n"


def test_an_evening_after_midnight_is_the_day_before(oily: Terminal) -> None:
    oily.clock.moment = oily.clock.moment.replace(day=22, hour=1, minute=30)
    assert oily.does("tick", "clay-mask", "--json").json["today"] == "2026-11-21"
    oily.clock.moment = oily.clock.moment.replace(hour=4, minute=0)
    assert oily.does("plan", "--json").json["today"] == "2026-11-22"


def test_nothing_can_be_ticked_without_a_routine(terminal: Terminal) -> None:
    assert terminal.fails(2, "tick", "mask").startswith("No routine yet.")
