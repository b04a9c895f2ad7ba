"""Is a kind of schedule found by its files alone, wherever the program lies?"""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

TRACKER = Path(__file__).resolve().parents[2] / "tracker"
FILES = {
    "domain/rule/yearly.py": """
from tracker.domain.day import Day
from tracker.domain.rule.base import DUE, Rule, Sight, Standing, rest


class Yearly(Rule):
    kind = "yearly"

    def standing(self, day: Day, sight: Sight) -> Standing:
        new_year = day.replace(year=day.year + 1, month=1, day=1)
        return DUE if (day.month, day.day) == (1, 1) else rest("not_today", new_year)
""",
    "words/schedules/yearly.py": """
from tracker.domain.rule.yearly import Yearly
from tracker.words.schedules.base import Choice, schedule_sentence


class YearlyChoice(Choice):
    kind = "yearly"
    place = 65

    def label(self) -> str:
        return "Once a year"


@schedule_sentence.register
def _sentence(rule: Yearly) -> str:
    return "On New Year's Day"
""",
    "ui/pages/routine/sentences/yearly.py": """
from tracker.ui.pages.routine.sentences.base import Sentence


class YearlySentence(Sentence):
    kind = "yearly"
""",
}
ASKED = """
import json
from datetime import date

import tracker
from tracker.domain.log import Log
from tracker.domain.outside import Outside
from tracker.domain.plan import plan
from tracker.domain.routine import Routine, Step, Version
from tracker.domain.rule import KINDS, read_rule
from tracker.ui.pages.routine.sentences.base import SENTENCES
from tracker.words.routine_sentence import kind_labels
from tracker.words.schedules import schedule_sentence

day = date(2027, 1, 1)
rule = read_rule(Outside({"kind": "yearly"}))
step = Step("a", "A", "other", "evening", day, (Version(day, rule),))
print(json.dumps({
    "from": tracker.__file__,
    "kinds": [list(KINDS), list(SENTENCES), sorted(kind_labels())],
    "status": plan(Routine((step,)), Log(()), day, day, day)[0].status,
    "said": schedule_sentence(rule),
    "menu": list(kind_labels().values())[-2:],
}))
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The program with one more kind, as it would lie in an archive."""
    path = tmp_path / "program.zip"
    with ZipFile(path, "w") as opened:
        for source in sorted(TRACKER.rglob("*.py")):
            opened.write(source, Path("tracker") / source.relative_to(TRACKER))
        for name, text in FILES.items():
            opened.writestr(f"tracker/{name}", text)
    return path


def test_three_files_make_a_kind(archive: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={**os.environ, "PYTHONPATH": str(archive)},
        cwd=archive.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    told = json.loads(done.stdout)
    assert told["from"].startswith(str(archive))
    assert told["status"] == "due"
    assert told["said"] == "On New Year's Day"
    assert told["menu"] == ["Once a year", "Only when needed"]
    kinds = sorted(path.stem for path in (TRACKER / "words" / "schedules").glob("[!_]*.py"))
    kinds = sorted({*kinds, "yearly"} - {"base"})
    assert told["kinds"] == [kinds] * 3
