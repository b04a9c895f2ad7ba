"""What does argparse say by itself, for translators to find?

`exchange.arguments` has argparse look these up with us; without a line here no catalogue would
have them.
"""

from typing import Final


def N_(message: str) -> str:  # noqa: N802, the name that the extraction knows
    """`message`, marked for translation elsewhere."""
    return message


SENTENCES: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
