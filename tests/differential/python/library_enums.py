# differential: Enums, flags, typing, protocols and structural matching, as they show themselves.
# exit: 0
import enum
import typing


class Colour(enum.Enum):
    RED = 1
    BLUE = enum.auto()


class Right(enum.Flag):
    READ = 1
    WRITE = 2


def name(value):
    match value:
        case [Colour() as first, *rest]:
            return first, rest
        case {"key": str(word), **others}:
            return word, others
        case _:
            return None


print(Colour.RED, repr(Colour.BLUE), list(Colour), Right.READ | Right.WRITE, repr(Right(0)), Colour["RED"])
print(name([Colour.RED, 2]), name({"key": "k", "x": 1}), name(3), typing.get_type_hints(name), typing.Optional[int])
