"""Which sentences does a person read, and does each language have all of them?

python packaging/messages.py extract    write resources/locale/tracker.pot
python packaging/messages.py update     bring every .po up to it
python packaging/messages.py add de     begin a language
python packaging/messages.py compile    write each .po's .mo
python packaging/messages.py check      fail where one of these was forgotten
"""

import argparse
import sys

import catalogues
import sentences


def main(arguments: list[str]) -> int:
    """Run one command; return 1 where `check` found something, each finding on a line."""
    asked = _parser().parse_args(arguments)
    findings: list[str] = asked.command(asked)
    for finding in findings:
        print(finding, file=sys.stderr)
    return 1 if findings else 0


def _parser() -> argparse.ArgumentParser:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in (_extract, _update, _compile, _check):
        commands.add_parser(command.__name__[1:]).set_defaults(command=command)
    add = commands.add_parser("add")
    add.add_argument("language", help="its code, such as de or pt_BR")
    add.set_defaults(command=_add)
    return parser


def _extract(asked: argparse.Namespace) -> list[str]:
    del asked
    catalogues.write(sentences.template(), catalogues.TEMPLATE)
    return []


def _update(asked: argparse.Namespace) -> list[str]:
    _extract(asked)
    for path in catalogues.languages():
        catalogues.update(path)
    return []


def _add(asked: argparse.Namespace) -> list[str]:
    return catalogues.add(asked.language)


def _compile(asked: argparse.Namespace) -> list[str]:
    del asked
    for path in catalogues.languages():
        catalogues.compile_to_mo(path)
    return []


def _check(asked: argparse.Namespace) -> list[str]:
    del asked
    findings = catalogues.stale(sentences.template())
    for path in catalogues.languages():
        findings += catalogues.faults(path)
    return findings


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
