# differential: A generator that goes on after GeneratorExit is an error where it is closed.
# exit: 0
def stubborn():
    try:
        yield 1
    finally:
        yield 2


generator = stubborn()
print(next(generator))
try:
    generator.close()
except RuntimeError as error:
    print(error)
