"""Is .venv what the lock says, and if not, how does it become so?"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap_words import CannotGoOnError, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "bootstrap-stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": "packaging/requirements.lock", "test": "packaging/requirements-dev.lock"}
# A venv outlives its Python's bug-fix releases, so those do not matter.
SERIES = "{}.{}".format(*sys.version_info)
SPACE_MB = {"run": 700, "test": 900}


def fingerprint(purpose: str) -> str:
    """Return a hash of all that decides what .venv holds for `purpose`, "run" or "test"."""
    digest = hashlib.sha256(f"{SERIES}\n{sys.base_prefix}\n{ROOT}\n".encode())
    for name in (LOCKS[purpose], "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def is_ready(purpose: str) -> bool:
    """Return whether .venv was set up for `purpose`; one set up to test can run the app too."""
    if not (STAMP.is_file() and PYTHON.exists()):
        return False
    enough = {fingerprint("test"), fingerprint(purpose)}
    return STAMP.read_text(encoding="ascii") in enough


def provide(purpose: str) -> None:
    """Make .venv, install the lock and the project into it, and remember that it is done."""
    if not is_ready(purpose):
        _check_space(SPACE_MB[purpose])
        STAMP.unlink(missing_ok=True)
        _create()
        say("Installing the locked libraries (the first time this downloads about 100 MB)")
        lock = str(ROOT / LOCKS[purpose])
        _pip("--require-hashes", "--only-binary", ":all:", "-r", lock)
        say("Installing Routine Tracker from this folder")
        _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        STAMP.write_text(fingerprint(purpose), encoding="ascii")
    _compile_catalogues()


def environment() -> dict[str, str]:
    """Return this process's environment without what would lead Python out of .venv."""
    misleading = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    return {name: value for name, value in os.environ.items() if name not in misleading}


def _check_space(wanted_mb: int) -> None:
    free_mb = shutil.disk_usage(ROOT).free // 2**20
    if free_mb < wanted_mb and not VENV.exists():
        raise CannotGoOnError(
            f"{ROOT} has {free_mb} MB free and .venv needs about {wanted_mb}. "
            "Free some space and repeat."
        )


def _create() -> None:
    """Keep a .venv of this Python whose pip works, replace any other."""
    works = PYTHON.exists() and _quietly(PYTHON, "-m", "pip", "--version").returncode == 0
    asked = "import sys; print('{}.{}'.format(*sys.version_info))"
    if works and _quietly(PYTHON, "-c", asked).stdout.strip() == SERIES:
        return
    say(f"Creating .venv with Python {SERIES}")
    made = _quietly(sys.executable, "-m", "venv", "--clear", VENV)
    if made.returncode:
        raise CannotGoOnError(f"Creating {VENV} failed: {pip_failure(made.stdout)}")


def _pip(*arguments: str) -> None:
    done = _quietly(PYTHON, "-m", "pip", "install", "--no-input", *arguments)
    if done.returncode:
        raise CannotGoOnError("pip failed: " + pip_failure(done.stdout))


def _quietly(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(),
        cwd=ROOT,
        encoding="utf-8",
        errors="replace",
    )


def pip_failure(output: str) -> str:
    """Turn pip's or venv's output into one line: what failed and the mend."""
    if "No space left" in output:
        return "the disk is full. Free about 1 GB and repeat."
    if "DO NOT MATCH THE HASHES" in output:
        return "a download is not what the lock names. Repeat; if it stays, ask your mirror."
    unreachable = ("NewConnectionError", "NameResolutionError", "ConnectTimeout", "ReadTimeout")
    if any(sign in output for sign in (*unreachable, "ProxyError", "Max retries", "SSLError")):
        return "the package index is out of reach. Connect, or set https_proxy, and repeat."
    if "No matching distribution" in output:
        return "a locked library has no build for this machine or this Python."
    if "Permission denied" in output:
        return f"{ROOT} may not be written to by this user. Use a clone of your own."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "it gave no reason."


def _compile_catalogues() -> None:
    sources = sorted((ROOT / "resources/locale").glob("*/LC_MESSAGES/*.po"))
    if not any(_is_newer(source, source.with_suffix(".mo")) for source in sources):
        return
    say("Compiling the message catalogues")
    done = _quietly(PYTHON, ROOT / "packaging/messages.py", "compile")
    if done.returncode:
        raise CannotGoOnError("Compiling the catalogues failed: " + pip_failure(done.stdout))


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or source.stat().st_mtime > made.stat().st_mtime
