# differential: The help of argparse wraps at the width of a terminal that is not there.
# args: ["--help"]
# exit: 0
import argparse

parser = argparse.ArgumentParser(description="A description that is long enough to be wrapped. " * 3)
parser.add_argument("words", nargs="*", help="words " * 30)
parser.parse_args()
