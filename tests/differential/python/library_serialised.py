# differential: json and pickle of plain things and of classes of the program.
# exit: 0
import copy
import dataclasses
import json
import marshal
import pickle


@dataclasses.dataclass(order=True, frozen=True)
class Point:
    x: int
    y: float = 0.5
    tags: list = dataclasses.field(default_factory=list, compare=False)


point = Point(1)
packed = pickle.dumps(point, 0)
print(point, pickle.loads(packed) == point, b"__main__" in packed, copy.deepcopy(point), dataclasses.asdict(point))
print(json.dumps({"é": [1.0, None, True], "a": "\u2028"}, sort_keys=True), json.loads('{"x": 1e400, "y": NaN}'))
try:
    pickle.dumps((lambda: lambda: 1)())
except (pickle.PicklingError, AttributeError) as error:
    print(error)
try:
    json.loads("[1,]")
except json.JSONDecodeError as error:
    print(error, len(marshal.dumps([1, "a"])))
