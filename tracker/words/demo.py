"""What does the demo's person write down, and how is the demo called?"""

from tracker.actions.demo.person import Reasons
from tracker.actions.demo.skin import Notes
from tracker.actions.demo.story import DemoWords
from tracker.words.language import _


def demo_title() -> str:
    """The title of a window whose records are thrown away."""
    return _("Routine Tracker, demo")


def demo_words() -> DemoWords:
    """All that a person can read in the demo's records."""
    return DemoWords(
        _reasons(),
        _notes(),
        products={"cleanser": _("Salicylic acid wash"), "moisturiser": _("Light moisturiser")},
        brand=_("House brand"),
        holiday=_("Summer holiday"),
        peel=_("Salicylic peel"),
        clinic=_("Clinic in town"),
    )


def _reasons() -> Reasons:
    return Reasons(
        irritated=_("Skin is irritated"),
        travelling=_("Travelling"),
        skips=(_("No time"), _("Ran out")),
        anyway=(_("A special occasion"), _("Missed it before"), _("A breakout on the chin")),
        instead=_("Used the lotion instead"),
    )


def _notes() -> Notes:
    return Notes(
        plain=(
            _("Slept little"),
            _("Windy and dry outside"),
            _("Shiny by noon"),
            _("A calm week"),
            _("New pillow case"),
            _("A spot on the chin"),
            _("Pores on the nose look finer"),
        ),
        holiday=_("Off to the sea, only the essentials packed"),
        peel=_("Peel today. Some tingling, no pain"),
        weary=_("Much to do at work, evenings are short"),
    )
