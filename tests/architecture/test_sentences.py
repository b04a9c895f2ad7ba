"""Does every sentence that a person can read go through gettext?"""

from pathlib import Path

import pytest

from tests.architecture.spoken import spoken

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("ui", "words", "system", "exchange")


def speaking_files() -> list[Path]:
    files = [path for room in ROOMS for path in sorted((ROOT / "tracker" / room).rglob("*.py"))]
    return [*files, *sorted((ROOT / "tracker").glob("*.py"))]


def test_no_sentence_stands_outside_gettext() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{one.line}: {one.text!r} needs _(), or the mark # not shown"
        for path in speaking_files()
        for one in spoken(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Skip")',
        'QLabel("Month off", parent)',
        'label.setText(f"{done} of {all}")',
        'label.setText("Done" if done else _("Open"))',
        'label.setText("Back on " + day)',
        'label.setText("Back on {day}".format(day=day))',
        'print("Nothing is due", file=stream)',
        'parser.add_argument("--day", help="the day")',
        'commands.add_parser("plan", help="status")',
        'REASONS = {"month_off": "The lotion rests"}',
        'return f"Back on {day}"',
        'raise BadInput("the file is empty")',
        'say(subject="Mask tonight")',
        'heading = f"{count} nights"',
        'heading = "three more nights"',
        'label.setText("month off")',
    ],
)
def test_a_bare_sentence_is_found(source: str) -> None:
    assert spoken(source)


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(_("Month off"))',
        'label.setText(ngettext("{n} step", "{n} steps", n).format(n=n))',
        'label.setText(pgettext("slot", "Morning"))',
        'label.setText(f"{done}/{all}")',
        'label.setText("—")',
        'window.setWindowTitle("Routine Tracker")',
        '"""A module that says: two words."""',
        'card.setObjectName("step card")',
        'card.setStyleSheet("QLabel { color: red }")',
        'SHEET = "QLabel { color: @text; border: 1px solid @line; }"',
        'log.debug("read %s rows", n)',
        'raise ValueError("a phase has two sides")',
        'commands.add_parser("plan", help=_("status of each step"))',
        'parser.add_argument("--day", dest="day", metavar=_("DAY"))',
        'if row.status == "off_plan": pass',
        'print(json.dumps({"rows": rows}))',
        'PATTERN = "%Y-%m-%d"',
        'kind = "refining lotion"',
        'usage = f"{PROGRAM} routine"',
        'version = f"{ours}, Python {python}"',
        'SQL = "select day from entry"  # not shown',
    ],
)
def test_codes_and_translated_sentences_pass(source: str) -> None:
    assert not spoken(source)
