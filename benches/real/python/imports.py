"""Imports much of what programs import, and uses each of them a little."""

import asyncio
import collections
import csv
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import hashlib
import heapq
import io
import itertools
import json
import random
import re
import statistics
import string
import textwrap
import typing

SEED = 271828


class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


@dataclasses.dataclass(order=True)
class Reading:
    value: float
    colour: Colour = dataclasses.field(compare=False)
    tags: typing.List[str] = dataclasses.field(default_factory=list, compare=False)


def readings(count):
    source = random.Random(SEED)
    colours = itertools.cycle(Colour)
    return [Reading(source.random(), next(colours), [source.choice(string.ascii_letters)]) for _ in range(count)]


@functools.lru_cache(maxsize=None)
def partitions(number, largest):
    if number == 0:
        return 1
    return sum(partitions(number - part, part) for part in range(1, min(number, largest) + 1))


async def total(items):
    async def one(item):
        await asyncio.sleep(0)
        return item.value

    return sum(await asyncio.gather(*(one(item) for item in items)))


items = readings(2000)
text = json.dumps([{**dataclasses.asdict(item), "colour": item.colour.value} for item in items])
again = json.loads(text)
words = re.findall(r"\"colour\": \"(\w+)\"", text)
table = io.StringIO()
writer = csv.writer(table)
writer.writerows((row["colour"], f"{row['value']:.4f}") for row in again)

print(SEED, collections.Counter(words).most_common())
print("digest", hashlib.sha256(text.encode()).hexdigest()[:16])
print("smallest", [f"{item.value:.6f}" for item in heapq.nsmallest(3, items)])
print("mean", f"{statistics.fmean(item.value for item in items):.9f}", "rows", table.getvalue().count("\n"))
print("together", f"{asyncio.run(total(items)):.9f}")
print("partitions", partitions(70, 70))
print("exact", fractions.Fraction(SEED, 1000), decimal.Decimal(SEED).sqrt())
print("day", (datetime.date(2020, 1, 1) + datetime.timedelta(days=SEED % 1000)).isoformat())
print(textwrap.fill(" ".join(words[:40]), 60))
