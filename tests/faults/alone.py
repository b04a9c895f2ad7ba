"""How is one row of the fault table tried by itself?"""

import argparse

from tests.faults.row import Row


def try_alone(row: Row) -> int:
    """Run a row with the tries that the command line asks for; 1 where its figure is not met."""
    parser = argparse.ArgumentParser(description=row.how)
    parser.add_argument("--tries", type=int, default=row.tries, help=f"{row.tries} if left out")
    figure = row.run(parser.parse_args().tries)
    print(f"{row.fault}: {figure.said}\n{row.target}: {'met' if figure.is_met else 'NOT MET'}")
    return 0 if figure.is_met else 1
