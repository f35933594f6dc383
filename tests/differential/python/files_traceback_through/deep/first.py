from . import second


def call(function):
    return second.call(function)
