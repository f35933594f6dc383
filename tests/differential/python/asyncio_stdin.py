# differential: Standard input and output as asyncio pipes.
# stdin: "one\ntwo\n"
# exit: 0
import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async for line in reader:
        print("line", line)
    print(type(loop).__name__, loop.get_debug(), asyncio.get_event_loop_policy().__class__.__name__)


asyncio.run(main())
