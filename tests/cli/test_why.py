"""Does `why` say the sentence that the window says?"""

from tests.cli.terminal import Terminal

LOTION = (
    "Back on Tuesday 1 December: Refining lotion is used one month and rests one month,"
    " and this month off began on 1 November."
)


def test_a_resting_step_is_explained_in_one_sentence(oily: Terminal) -> None:
    assert oily.does("why", "lotion").out == f"{LOTION}\n"
    assert oily.fails(3, "tick", "lotion").startswith(f"{LOTION} To log it all the same,")


def test_the_answer_as_json_has_codes_and_the_sentence(oily: Terminal) -> None:
    assert oily.does("why", "refining-lotion", "--json").json == {
        "day": "2026-11-21",
        "step": "refining-lotion",
        "status": "resting",
        "reason": "month_off",
        "until": "2026-12-01",
        "back_on": "2026-12-01",
        "sentence": LOTION,
    }


def test_another_day_is_explained_and_today_stands_in_for_the_clock(oily: Terminal) -> None:
    missed = oily.does("why", "pore", "--day", "2026-11-20").out
    assert missed == "Pore serum was asked for, and nothing was logged.\n"
    on = oily.does("why", "lotion", "--today", "2026-10-05", "--json").json
    assert (on["day"], on["status"], on["reason"]) == ("2026-10-05", "due", None)


def test_what_is_not_there_is_told(oily: Terminal) -> None:
    said = oily.fails(2, "why", "clay-mask", "--day", "2026-09-30")
    assert said.startswith("Clay mask is no part of the routine on Wednesday 30 September.")
    assert oily.fails(2, "why", "retinol").startswith("No step is called retinol.")
