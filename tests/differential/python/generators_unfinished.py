# differential: Generators and async generators left in the middle are closed at the end.
# exit: 0
import asyncio


def numbers():
    try:
        yield 1
    finally:
        print("generator closed")


async def letters():
    try:
        yield "a"
    finally:
        print("async generator closed")


async def main():
    async for letter in letters():
        print(letter)
        break
    kept.append(letters())
    print(await anext(kept[0]))


kept = []
generator = numbers()
print(next(generator))
asyncio.run(main())
print("end of the program")
