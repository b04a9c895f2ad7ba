"""How are numbers said: with which point, and with what between the thousands?"""

from tracker.words.language import pgettext


def whole(number: int) -> str:
    """A count, 0 or more: "1 973", with a space that never breaks."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return str(rest)
    pattern = pgettext("number", "{thousands}\N{NO-BREAK SPACE}{rest}")
    return pattern.format(thousands=whole(thousands), rest=f"{rest:03}")


def tenths(number: float) -> str:
    """To one decimal place, rounded half up: "6.8"; 0 or more."""
    before, after = divmod(int(number * 10 + 0.5), 10)
    return pgettext("number", "{whole}.{tenth}").format(whole=whole(before), tenth=after)


def in_words(number: int) -> str:
    """A small count inside a sentence: "three"; from thirteen on in digits."""
    words = (
        pgettext("count in a sentence", "none"),
        pgettext("count in a sentence", "one"),
        pgettext("count in a sentence", "two"),
        pgettext("count in a sentence", "three"),
        pgettext("count in a sentence", "four"),
        pgettext("count in a sentence", "five"),
        pgettext("count in a sentence", "six"),
        pgettext("count in a sentence", "seven"),
        pgettext("count in a sentence", "eight"),
        pgettext("count in a sentence", "nine"),
        pgettext("count in a sentence", "ten"),
        pgettext("count in a sentence", "eleven"),
        pgettext("count in a sentence", "twelve"),
    )
    return words[number] if number < len(words) else whole(number)
