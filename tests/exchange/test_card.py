"""Is the card a page that says the whole routine, and nothing that a name could smuggle in?"""

from datetime import date
from html.parser import HTMLParser

import pytest

from tracker.domain.routine import Group, NotAfter, Routine, Step, Version
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.exchange.card import card_page
from tracker.exchange.preset import load_preset
from tracker.words.language import use

FIRST = date(2026, 10, 1)
DAY = date(2026, 11, 22)
MASK = Step("mask", "Mask", "mask", "evening", FIRST, (Version(FIRST, Daily()),))


class Page(HTMLParser):
    """The tags of a page, their attributes, and its text line by line."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.lines: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _value in attrs]

    def handle_data(self, data: str) -> None:
        self.lines += [data.strip()] if data.strip() else []


def lines(*steps: Step, groups: tuple[Group, ...] = ()) -> list[str]:
    """What stands below the title and the day."""
    found = Page(card_page(Routine(steps, groups), DAY)).lines
    return found[found.index("As of 22 November 2026") + 1 :]


def test_the_card_says_the_whole_routine() -> None:
    routine = load_preset("oily", FIRST, "overnight-serum").routine()

    found = Page(card_page(routine, DAY)).lines

    assert found[0] == "My routine"
    assert [line for line in found if line in ("Morning", "Evening")] == ["Morning", "Evening"]
    place = found.index("Refining lotion")
    assert found[place : place + 4] == [
        "Refining lotion",
        "· Every day; 1 month on and 1 month off in turn, from 1 October 2026",
        "Off now, on from 1 December, off again from 1 January 2027",
        "A thin layer on clean, dry skin",
    ]
    assert found[-2:] == [
        "Evening treatment",
        (
            "At most one a day of Clay mask, Refining lotion and Overnight serum,"
            " the first of them that is due."
        ),
    ]


def test_steps_stand_in_their_order() -> None:
    first = MASK._replace(id="serum", name="Serum", position=0)

    found = lines(MASK._replace(position=1), first)

    assert [line for line in found if line in ("Mask", "Serum")] == ["Serum", "Mask"]


def test_what_is_to_come_is_said() -> None:
    later = date(2026, 12, 1)
    planned = MASK._replace(
        schedule=(*MASK.schedule, Version(later, Every(3))), end=date(2027, 2, 1)
    )
    new = MASK._replace(id="new", name="New", start=later, not_after=(NotAfter("mask", 2),))

    assert lines(planned, new) == [
        "Evening",
        "Mask",
        "· Every day",
        "From 1 December: Every 3 days",
        "Until 1 February 2027",
        "New",
        "· From 1 December: Every day",
        "Not on the 2 days after Mask",
    ]


def test_a_cycle_that_begins_off_says_so() -> None:
    rule = Cycle(Daily(), Lengths("weeks", 2, 1), DAY, starts_off=True)

    assert lines(MASK._replace(schedule=(Version(FIRST, rule),)))[2:] == [
        "· Every day; 1 week off and 2 weeks on in turn, from 22 November 2026",
        "Off now, on from 29 November, off again from 13 December",
    ]


def test_what_ended_is_left_out() -> None:
    assert lines(MASK._replace(end=date(2026, 11, 21))) == ["There is no step in the routine."]


def test_what_ended_is_named_by_nothing_else_either() -> None:
    over = MASK._replace(end=date(2026, 11, 21))
    serum = MASK._replace(id="serum", name="Serum", not_after=(NotAfter("mask", 1),))
    lotion = MASK._replace(id="lotion", name="Lotion")
    groups = (Group("All", ("mask", "serum", "lotion")), Group("Two", ("mask", "serum")))

    assert lines(over, serum, lotion, groups=groups) == [
        "Evening",
        "Serum",
        "· Every day",
        "Lotion",
        "· Every day",
        "All",
        "At most one a day of Serum and Lotion, the first of them that is due.",
    ]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '"><img src="http://example.org/x">', "&lt;b&gt; ' &amp;"],
)
def test_whatever_is_named_stays_text(text: str) -> None:
    step = MASK._replace(name=text, note=text, not_after=(NotAfter("mask", 1),))
    other = MASK._replace(id="serum", name="Serum")
    group = Group(text, ("mask", "serum"))

    page = Page(card_page(Routine((step, other), (group,)), DAY))

    assert {"script", "img"}.isdisjoint(page.tags)
    assert {"src", "href", "onerror"}.isdisjoint(page.attributes)
    assert page.lines.count(text) == 3


def test_a_name_steers_nothing_and_a_note_takes_no_page() -> None:
    found = lines(MASK._replace(name="a\u202eb", note="x" * 5000))

    assert found[1] == "a\ufffdb"
    assert len(found[3]) == 160
    assert found[3].endswith("x…")


def test_nothing_comes_from_outside() -> None:
    routine = load_preset("sensitive", FIRST).routine()

    page = card_page(routine, DAY)

    assert "http" not in page
    assert "url(" not in page
    assert {"script", "link", "img", "iframe"}.isdisjoint(Page(page).tags)


def test_a_long_routine_gets_a_larger_sheet() -> None:
    many = tuple(MASK._replace(id=str(number)) for number in range(13))

    assert "size: A5" in card_page(Routine(many[:12]), DAY)
    assert "size: A4" in card_page(Routine(many), DAY)


def test_the_page_names_its_language() -> None:
    use("en")

    assert '<html lang="en">' in card_page(Routine(), DAY)
