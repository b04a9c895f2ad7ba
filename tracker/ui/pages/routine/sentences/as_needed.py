"""Only when needed: there is nothing to choose."""

from tracker.ui.pages.routine.sentences.base import Sentence


class AsNeededSentence(Sentence):
    """Only when needed."""

    kind = "as_needed"
