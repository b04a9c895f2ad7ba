"""Do sentences get into the catalogues, and does the check notice what is wrong with them?"""

from io import BytesIO
from pathlib import Path

import catalogues
import messages
import pytest
import sentences

PROGRAM = """
from tracker.words import _, ngettext, pgettext
# Translators: on the button
a = _("Skip")
b = ngettext("{n} step", "{n} steps", 2)
c = pgettext("slot", "Morning")
d = "unseen"
"""
PRESET = """
id = "oily"
name = "Thick or oily skin"
[[steps]]
id = "clay-mask"
name = "Clay mask"
kind = "mask"
note = "Ten minutes"
"""
GERMAN = {
    'msgid "Skip"\nmsgstr ""': 'msgid "Skip"\nmsgstr "Auslassen"',
    'msgid "Morning"\nmsgstr ""': 'msgid "Morning"\nmsgstr "Morgen"',
    'msgstr[0] ""\nmsgstr[1] ""': 'msgstr[0] "{n} Schritt"\nmsgstr[1] "{n} Schritte"',
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three sentences and no language yet."""
    (tmp_path / "tracker").mkdir()
    (tmp_path / "tracker/words.py").write_text(PROGRAM)
    folder = tmp_path / "resources/locale"
    for module in (catalogues, sentences):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(catalogues, "FOLDER", folder)
    monkeypatch.setattr(catalogues, "TEMPLATE", folder / "tracker.pot")
    return tmp_path


@pytest.fixture
def german(project: Path) -> Path:
    """The same project with a whole German catalogue."""
    assert messages.main(["extract"]) == messages.main(["add", "de"]) == 0
    path = project / "resources/locale/de/LC_MESSAGES/tracker.po"
    text = path.read_text()
    for untranslated, translated in GERMAN.items():
        text = text.replace(untranslated, translated)
    path.write_text(text)
    return path


def test_the_programs_sentences_are_extracted(project: Path) -> None:
    messages.main(["extract"])
    text = (project / "resources/locale/tracker.pot").read_text()
    assert 'msgid "Skip"' in text
    assert "#. on the button" in text
    assert 'msgid_plural "{n} steps"' in text
    assert 'msgctxt "slot"' in text
    assert "unseen" not in text


def test_the_template_holds_no_dates_lines_or_machine(project: Path) -> None:
    messages.main(["extract"])
    text = (project / "resources/locale/tracker.pot").read_text()
    assert "#: tracker/words.py\n" in text
    assert "Date" not in text
    assert str(project) not in text


def test_a_presets_words_are_extracted_and_its_codes_are_not() -> None:
    found = list(sentences.preset_sentences(BytesIO(PRESET.encode())))
    assert found == ["Thick or oily skin", "Clay mask", "Ten minutes"]


@pytest.mark.usefixtures("german")
def test_a_whole_language_passes() -> None:
    assert messages.main(["check"]) == 0


def test_a_language_is_compiled_beside_its_source(german: Path) -> None:
    messages.main(["compile"])
    assert b"Auslassen" in german.with_suffix(".mo").read_bytes()


def test_a_new_sentence_must_be_extracted_and_translated(
    german: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "tracker/new.py").write_text('_("Undo")')
    assert messages.main(["check"]) == 1
    assert "tracker.pot: not current" in capsys.readouterr().err
    messages.main(["update"])
    assert messages.main(["check"]) == 1
    assert "'Undo' is not translated" in capsys.readouterr().err
    assert 'msgstr "Auslassen"' in german.read_text()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"Auslassen"', '""', "'Skip' is not translated"),
        ('"Auslassen"', '"Aus {was}"', "other placeholders in 'Aus {was}'"),
        ("{n} Schritte", "Schritte", "other placeholders in 'Schritte'"),
        ('msgid "Skip"', '#, fuzzy\nmsgid "Skip"', "'Skip' is marked fuzzy"),
        ('msgid "Skip"', 'msgid "Ship"', "'Skip' is missing"),
        ('msgid "Skip"', 'msgid "Ship"', "'Ship' is no longer in the program"),
    ],
)
def test_a_fault_in_a_language_is_found(
    german: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, said: str
) -> None:
    german.write_text(german.read_text().replace(before, after))
    assert messages.main(["check"]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("code", "said"), [("de", "is there already"), ("xyzzy", "not a language")]
)
def test_a_language_that_cannot_be_added_is_told(
    capsys: pytest.CaptureFixture[str], code: str, said: str
) -> None:
    assert messages.main(["add", code]) == 1
    assert said in capsys.readouterr().err
