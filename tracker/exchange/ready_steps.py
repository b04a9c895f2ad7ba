"""Which steps come ready made, to be added to a routine one by one?

The file is for people to read and change, so a mistake in it is told with its place and key.
"""

import tomllib
from typing import Final

from tracker.actions.edit import StepDraft
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.routine import KINDS_OF_STEP, SLOTS
from tracker.domain.rule import read_rule
from tracker.words.language import _
from tracker.words.resources import resource

_FILE: Final = "steps.toml"


def ready_steps() -> list[StepDraft]:
    """Every ready step, its name in the language in use; raises `BadInput` with place and key."""
    path = resource("steps", _FILE)
    try:
        read = Outside(tomllib.loads(path.read_text(encoding="utf-8")))
        return [_step(item) for item in read.key("steps").elements()]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput("file_not_readable", file=path.name) from error
    except BadInput as error:
        error.facts["file"] = path.name
        raise


def _step(item: Outside) -> StepDraft:
    """One step; whatever else stands there is a mistake."""
    found = StepDraft(
        id=None,
        name=_(item.key("name").text()),
        kind=item.key("kind").one_of(KINDS_OF_STEP),
        slot=item.key("slot").one_of(SLOTS),
        rule=read_rule(item.key("rule")),
    )
    item.close()
    for where in item.unknown:
        raise BadInput("unknown_key_here", where=where)
    return found
