"""Does the bootstrap know what a machine lacks, and say plainly why it cannot get it?"""

import importlib.util
from importlib.machinery import ModuleSpec

import bootstrap_system as system
import pytest
from bootstrap_words import CannotGoOnError

LIBRARIES = {"libegl1": "libEGL.so.1", "libglib2.0-0": "libglib-2.0.so.0"}
ABSENT = {"libnowhere1": "libnowhere.so.1"}


@pytest.fixture
def python_with_venv(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ModuleSpec("ensurepip", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: found)


@pytest.mark.usefixtures("python_with_venv")
def test_a_window_needs_the_x_libraries_only_with_a_display() -> None:
    without = system.needed(display=False, tests=False)
    assert "libegl1" in without
    assert "libxcb-cursor0" not in without
    assert "libxcb-cursor0" in system.needed(display=True, tests=False)


@pytest.mark.usefixtures("python_with_venv")
def test_only_the_tests_need_a_display_server_and_a_bus() -> None:
    assert {"xvfb", "dbus"} <= system.needed(display=False, tests=True).keys()
    assert not {"xvfb", "dbus"} & system.needed(display=True, tests=False).keys()


def test_a_python_without_ensurepip_needs_its_venv_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr("sys.version_info", (3, 12, 4))
    assert "python3.12-venv" in system.needed(display=False, tests=False)


def test_a_package_counts_when_it_is_wholly_installed() -> None:
    listing = "ii \tlibegl1\t\nrc \tlibgl1\t\n"
    assert system.installed_names(listing) == {"libegl1"}


def test_a_package_that_provides_the_name_counts() -> None:
    listing = "ii \tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0-6), libglib2.0-0-x\n"
    assert "libglib2.0-0" in system.installed_names(listing)


def test_what_does_not_load_is_unproven() -> None:
    assert system.unproven({**ABSENT, "bash": "sh"}) == ["libnowhere1"]


def _on_a_machine(
    monkeypatch: pytest.MonkeyPatch, *, apt: bool, root: list[str] | None, lacking: list[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if apt else None)
    monkeypatch.setattr(system, "missing", lambda _packages: lacking)
    monkeypatch.setattr(system, "_way_to_root", lambda: root)


def test_nothing_is_done_where_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _on_a_machine(monkeypatch, apt=True, root=[], lacking=[])
    system.provide(LIBRARIES)
    assert not capsys.readouterr().out


def test_without_root_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    _on_a_machine(monkeypatch, apt=True, root=None, lacking=["libnowhere1"])
    with pytest.raises(CannotGoOnError, match=r"apt-get install libnowhere1$"):
        system.provide(ABSENT)


def test_on_another_distribution_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    _on_a_machine(monkeypatch, apt=False, root=[], lacking=["libnowhere1"])
    with pytest.raises(CannotGoOnError, match=r"not Debian or Ubuntu.*libnowhere1"):
        system.provide(ABSENT)


def test_libraries_that_load_anyway_will_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _on_a_machine(monkeypatch, apt=False, root=None, lacking=["libc6"])
    system.provide({"libc6": "libc.so.6"})
    assert capsys.readouterr().out == "Not installed as packages, but present: libc6\n"


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("E: You don't have enough free space in /var/cache", "The disk is full"),
        ("E: Unable to locate package libxcb-cursor0", "universe"),
        ("W: Failed to fetch http://a\nE: Unable to locate package x", "no network"),
        ("E: Could not get lock /var/lib/dpkg/lock", "apt-get install x"),
        ("", "gave no reason"),
    ],
)
def test_an_apt_failure_is_one_line_with_a_mend(output: str, said: str) -> None:
    line = system.apt_failure(output, ["x"])
    assert said in line
    assert "\n" not in line
