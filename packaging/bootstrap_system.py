"""Which system packages does this machine lack, and how do they get there?"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

from bootstrap_words import CannotGoOnError, say

# Debian's and Ubuntu's package, and what proves it is there on any other distribution:
# a library that loads or a command that is found.
WINDOW = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libxkbcommon0": "libxkbcommon.so.0",
}
DISPLAY = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
TESTS = {"xvfb": "Xvfb", "dbus": "dbus-run-session"}

PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")


def needed(*, display: bool, tests: bool) -> dict[str, str]:
    """Return the packages for a window (and a display, and the tests) with their proofs."""
    if sys.platform != "linux":
        return {}
    packages = dict(WINDOW)
    if display or tests:
        packages.update(DISPLAY)
    if tests:
        packages.update(TESTS)
    if importlib.util.find_spec("ensurepip") is None:
        packages["python{}.{}-venv".format(*sys.version_info)] = "ensurepip"
    return packages


def installed_names(listing: str) -> set[str]:
    """Read dpkg-query's lines "status TAB package TAB provides" into the names that are there.

    Provided names count: Ubuntu's libglib2.0-0t64 provides libglib2.0-0.
    """
    names: set[str] = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status.startswith("ii"):
            names.add(package)
            names.update(part.split()[0] for part in provides.split(",") if part.strip())
    return names


def missing(packages: dict[str, str]) -> list[str]:
    """Return the packages that this machine lacks, by dpkg where it speaks, else by proof."""
    if shutil.which("dpkg-query") is None:
        return unproven(packages)
    form = "-f=${db:Status-Abbrev}\t${Package}\t${Provides}\n"
    listing = subprocess.run(["dpkg-query", "-W", form], stdout=subprocess.PIPE, text=True)
    names = installed_names(listing.stdout)
    return sorted(package for package in packages if package not in names)


def unproven(packages: dict[str, str]) -> list[str]:
    """Return the packages whose library does not load or whose command is not found."""
    return sorted(package for package, proof in packages.items() if not _is_there(proof))


def _is_there(proof: str) -> bool:
    if ".so." not in proof:
        return bool(shutil.which(proof)) or importlib.util.find_spec(proof) is not None
    try:
        ctypes.CDLL(proof)
    except OSError:
        return False
    return True


def provide(packages: dict[str, str]) -> None:
    """Install what is missing, or say why that cannot be done and what to install by hand."""
    lacking = missing(packages)
    if not lacking:
        return
    become_root = _way_to_root()
    if become_root is None or shutil.which("apt-get") is None:
        _go_on_or_stop({package: packages[package] for package in lacking})
        return
    say("Installing system packages: " + " ".join(lacking))
    _apt(become_root, lacking)


def _go_on_or_stop(lacking: dict[str, str]) -> None:
    absent = " ".join(unproven(lacking))
    if not absent:
        say("Not installed as packages, but present: " + " ".join(lacking))
        return
    if shutil.which("apt-get") is None:
        raise CannotGoOnError(
            f"This is not Debian or Ubuntu, and these are missing, by their names there: {absent}. "
            "Install what your distribution calls them, and repeat."
        )
    raise CannotGoOnError(
        "System packages are missing, and this user may not become root by sudo. "
        f"Install them and repeat: apt-get install {absent}"
    )


def _way_to_root() -> list[str] | None:
    """Return the words before a command that make it run as root; None where there are none."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL).returncode == 0:
        return ["sudo", "-n"]
    if sys.stdin.isatty() and subprocess.run(["sudo", "-v"]).returncode == 0:
        return ["sudo"]
    return None


def _apt(become_root: list[str], packages: list[str]) -> None:
    kept = [name + "=" + os.environ[name] for name in PROXIES if name in os.environ]
    start = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", *kept, "apt-get", "-q"]
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    updated = subprocess.run([*start, *wait, "update"], capture_output=True, text=True)
    install = ["install", "-y", "--no-install-recommends"]
    done = subprocess.run([*start, *wait, *install, *packages], capture_output=True, text=True)
    if done.returncode:
        raise CannotGoOnError(apt_failure(updated.stderr + done.stdout + done.stderr, packages))


def apt_failure(output: str, packages: list[str]) -> str:
    """Turn apt's output into one line: what failed and the mend."""
    by_hand = "sudo apt-get install " + " ".join(packages)
    errors = [line[2:].strip() for line in output.splitlines() if line.startswith("E:")]
    said = errors[0] if errors else "apt-get gave no reason"
    if "No space left" in output or "enough free space" in output:
        return f"The disk is full ({said}). Free some space and repeat."
    if "Unable to locate package" in output and "Failed to fetch" not in output:
        return f"apt-get failed: {said}. On Ubuntu enable 'universe', then: {by_hand}"
    if any(
        sign in output for sign in ("Could not resolve", "Failed to fetch", "Could not connect")
    ):
        return f"apt-get has no network ({said}). Connect, or set http_proxy, and repeat."
    return f"apt-get failed: {said}. See it whole with: {by_hand}"
