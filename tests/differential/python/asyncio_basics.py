# differential: Tasks, gather, queues, timeouts and cancellation.
# exit: 0
import asyncio


async def worker(queue, name):
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(queue.put((name, n)))


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(worker(queue, "a"), worker(queue, "b"))
    print([queue.get_nowait() for _ in range(queue.qsize())])
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError as error:
        print(repr(error))
    task = asyncio.create_task(asyncio.sleep(5), name="sleeper")
    await asyncio.sleep(0)
    print(task.cancel("enough"), await asyncio.wait([task]) and task.cancelled(), asyncio.current_task().get_name())


asyncio.run(main())
