"""Reads lines, writes them into files and reads those again, and prints a lot."""

import os
import sys

SEED = 271828
FOLDER = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"files-{SEED}")

lines = sys.stdin.read().splitlines()
by_word = {}
for line in lines:
    word, name, number = line.split()
    by_word.setdefault(word, []).append((name, int(number)))

os.makedirs(FOLDER)
for turn in range(25):
    for word, entries in by_word.items():
        with open(os.path.join(FOLDER, f"{word}-{turn}.txt"), "w") as file:
            for name, number in entries[turn::25]:
                file.write(f"{name} {number + SEED}\n")

total, names = 0, sorted(os.listdir(FOLDER))
for name in names:
    path = os.path.join(FOLDER, name)
    with open(path) as file:
        for line in file:
            total += int(line.split()[1])
    os.remove(path)
os.rmdir(FOLDER)

for turn, line in enumerate(lines):
    print(f"{turn:6} {SEED} {line} {len(line)} {'*' * (turn % 20)}")
print(f"{len(lines)} lines, {len(names)} files, total {total}")
