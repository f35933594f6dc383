# expect: ok
# prints: [0, 1, 4, 9, 16, 25, 36, 49]
import asyncio


async def answer(reader, writer):
    number = int(await reader.readline())
    writer.write(f"{number * number}\n".encode())
    await writer.drain()
    writer.close()


async def ask(port, number):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{number}\n".encode())
    line = await reader.readline()
    writer.close()
    return int(line)


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await asyncio.gather(*(ask(port, number) for number in range(8))))


asyncio.run(main())
