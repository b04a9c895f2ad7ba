"""How do the tokens become the palette that every widget inherits?"""

from typing import Final

from PySide6.QtGui import QPalette

from tracker.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_ROLES: Final = {
    _Role.Window: "bg",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Button: "surface",
    _Role.ToolTipBase: "surface",
    _Role.Light: "surface",
    _Role.Midlight: "sunken",
    _Role.Mid: "line",
    _Role.Dark: "line",
    _Role.Shadow: "line",
    _Role.WindowText: "text",
    _Role.Text: "text",
    _Role.ButtonText: "text",
    _Role.ToolTipText: "text",
    _Role.BrightText: "danger",
    _Role.PlaceholderText: "muted",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
}


def palette_of(tokens: Tokens) -> QPalette:
    """The palette of a set of tokens; what is disabled is muted."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, getattr(tokens, name))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.muted)
    return palette
