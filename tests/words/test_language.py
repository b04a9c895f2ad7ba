"""Does the program speak the language that is asked for, and English where it cannot?"""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tracker.words import language
from tracker.words.language import _, language_of, languages, ngettext, pgettext, use

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of catalogues with German in it, in place of the real one."""
    catalogue = Catalog(locale="de", domain="tracker")
    catalogue.add("Due", "Fällig")
    catalogue.add("Due", "Dran", context="status")
    catalogue.add(("{count} day", "{count} days"), ("{count} Tag", "{count} Tage"))
    path = tmp_path / "locale" / "de" / "LC_MESSAGES" / "tracker.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as opened:
        write_mo(opened, catalogue)
    monkeypatch.setattr(language, "resource", tmp_path.joinpath)
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    return tmp_path / "locale"


def test_english_needs_no_catalogue() -> None:
    assert _("Due") == "Due"
    assert pgettext("status", "Due") == "Due"
    assert [ngettext("day", "days", count) for count in (0, 1, 2)] == ["days", "day", "days"]


@pytest.mark.usefixtures("locale")
def test_a_language_is_changed_while_the_program_runs() -> None:
    use("de_AT")
    assert (_("Due"), pgettext("status", "Due")) == ("Fällig", "Dran")
    assert ngettext("{count} day", "{count} days", 2).format(count=2) == "2 Tage"
    use("en")
    assert _("Due") == "Due"


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("LANGUAGE", "sv:de:en", "Fällig"),
        ("LANGUAGE", "en:de", "Due"),
        ("LC_ALL", "de_DE.UTF-8@euro", "Fällig"),
        ("LC_MESSAGES", "C", "Due"),
        ("LANG", "de", "Fällig"),
        ("LANG", "../../etc", "Due"),
        ("LANG", "", "Due"),
    ],
)
def test_the_environment_asks_for_a_language(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    use(None)
    assert _("Due") == said


def test_the_environment_is_asked_at_the_first_sentence(
    locale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert locale.is_dir()
    monkeypatch.setenv("LANG", "de")
    monkeypatch.setattr(language, "_spoken", type(language._spoken)())
    assert _("Due") == "Fällig"


@pytest.mark.parametrize(
    "damage", [b"", b"no catalogue", b"\xde\x12\x04\x95\0\0\0\0\xff\xff\xff\xff"]
)
def test_a_broken_catalogue_is_as_good_as_none(locale: Path, damage: bytes) -> None:
    (locale / "de" / "LC_MESSAGES" / "tracker.mo").write_bytes(damage)
    use("de")
    assert _("Due") == "Due"


def test_a_cut_off_catalogue_is_as_good_as_none(locale: Path) -> None:
    path = locale / "de" / "LC_MESSAGES" / "tracker.mo"
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        use("de")
        assert _("Due") in ("Due", "Fällig")


def test_english_is_spoken_without_a_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "resource", tmp_path.joinpath)

    assert languages() == {"en": "English"}


def test_each_language_is_called_as_it_calls_itself(locale: Path) -> None:
    assert languages() == {"en": "English", "de": "de"}

    catalogue = Catalog(locale="de", domain="tracker")
    catalogue.add("English", "Deutsch", context="name of this language in itself")
    with (locale / "de" / "LC_MESSAGES" / "tracker.mo").open("wb") as opened:
        write_mo(opened, catalogue)

    assert languages() == {"en": "English", "de": "Deutsch"}


def test_a_broken_catalogue_is_no_language(locale: Path) -> None:
    (locale / "de" / "LC_MESSAGES" / "tracker.mo").write_bytes(b"no catalogue")

    assert languages() == {"en": "English"}


def test_a_stored_choice_may_be_the_systems() -> None:
    assert [language_of(stored) for stored in ("de", "system", None, 3)] == ["de", None, None, None]
