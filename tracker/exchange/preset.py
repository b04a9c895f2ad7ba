"""Which routines come ready made, and what is each as a person's own from a day on?

The files in `resources/routines` are for people to read and change, so a mistake in one is told
with file, step and key.
"""

import tomllib
from typing import Final

from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.routine import KINDS_OF_STEP, SLOTS, Group, Step, StepId, Version
from tracker.domain.rule import read_rule
from tracker.domain.rule.base import Rule
from tracker.exchange.reading import maybe_enforce, maybe_not_after
from tracker.exchange.references import check_references
from tracker.exchange.values import ids, maybe_text
from tracker.words.language import _
from tracker.words.resources import resource

_NAMES: Final = ("oily", "combination", "sensitive")
_SET_UP: Final = "set-up"
"""What stands in a file for the day on which the routine is set up."""


def preset_names() -> tuple[str, ...]:
    """The names of the presets, as the command line takes them."""
    return _NAMES


def load_preset(name: str, start: Day, choice: str | None = None) -> Diary:
    """The preset's routine, its phases beginning on `start`, its names in the language in use.

    `choice` is one of the preset's choices, None for its first. Raises `BadInput` for a name or
    choice that there is not, and for a mistake in the file.
    """
    if name not in _NAMES:
        raise BadInput("no_such_preset", got=ascii(name), options=", ".join(_NAMES))
    path = resource("routines", f"{name}.toml")
    try:
        return read_preset(path.read_bytes(), start, choice)
    except OSError as error:
        raise BadInput("file_not_readable", file=path.name) from error
    except BadInput as error:
        error.facts["file"] = path.name
        raise


def read_preset(text: bytes, start: Day, choice: str | None = None) -> Diary:
    """The routine that a preset's text holds; raises `BadInput` with step and key."""
    preset = Outside(_parsed(text))
    preset.key("description").text()
    choices = ids(preset.key("choices"))
    chosen = _chosen(choices, choice)
    pairs = [_read_step(item, choices, start) for item in preset.key("steps").elements()]
    groups = tuple(map(_read_group, preset.items("groups")))
    preset.close()
    for where in preset.unknown:
        raise BadInput("unknown_key_here", where=where)
    check_references(Diary(steps=tuple(step for _choice, step in pairs), groups=groups))
    steps = tuple(step for wanted, step in pairs if wanted in (None, chosen))
    there = {step.id for step in steps}
    return Diary(steps=steps, groups=tuple(_narrowed(group, there) for group in groups))


def _parsed(text: bytes) -> object:
    try:
        found: object = tomllib.loads(text.decode())
    except UnicodeDecodeError as error:
        raise BadInput("not_utf8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput("not_toml", detail=str(error)) from error
    return found


def _chosen(choices: tuple[str, ...], choice: str | None) -> str | None:
    """What is chosen; the first choice where nothing was said."""
    if choice is None:
        return choices[0] if choices else None
    if choice not in choices:
        raise BadInput("no_such_choice", got=ascii(choice), options=", ".join(choices))
    return choice


def _read_step(outside: Outside, choices: tuple[str, ...], start: Day) -> tuple[str | None, Step]:
    """A step, and the choice that it belongs to."""
    choice, note = outside.maybe("choice"), maybe_text(outside, "note")
    found = Step(
        id=outside.key("id").text(),
        name=_(outside.key("name").text()),
        kind=outside.key("kind").one_of(KINDS_OF_STEP),
        slot=outside.key("slot").one_of(SLOTS),
        start=start,
        schedule=(Version(start, _read_rule(outside.key("rule"), start)),),
        note=None if note is None else _(note),
        not_after=maybe_not_after(outside),
        enforce=maybe_enforce(outside),
    )
    outside.close()
    return None if choice is None else choice.one_of(choices), found


def _read_rule(outside: Outside, start: Day) -> Rule:
    return read_rule(Outside(_begun(outside.value, start), outside.where, outside.unknown))


def _begun(value: object, start: Day) -> object:
    """A rule with the day of set-up where the file leaves it open."""
    if not isinstance(value, dict):
        return start.isoformat() if value == _SET_UP else value
    return {key: _begun(inner, start) for key, inner in value.items()}


def _read_group(outside: Outside) -> Group:
    found = Group(_(outside.key("name").text()), ids(outside.key("priority")))
    outside.close()
    return found


def _narrowed(group: Group, there: set[StepId]) -> Group:
    """The group without the steps that were not chosen."""
    return group._replace(priority=tuple(step for step in group.priority if step in there))
