# differential: A server and clients on loopback.
# exit: 0
import asyncio


async def answer(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()


async def ask(port, word):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(word + b"\n")
    text = await reader.read()
    writer.close()
    return text


async def main():
    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        print(await asyncio.gather(*(ask(port, word) for word in (b"one", b"two"))))


asyncio.run(main())
