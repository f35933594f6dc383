# differential: argparse names the program after sys.argv[0] and ends with 2.
# args: ["--count", "many"]
# exit: 2
import argparse

parser = argparse.ArgumentParser(description="Counts.")
parser.add_argument("--count", type=int, help="how many")
print(parser.prog)
parser.parse_args()
