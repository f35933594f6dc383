# differential: Work in threads, and results back into the loop.
# exit: 0
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(lambda: threading.current_thread().name))
    future = asyncio.run_coroutine_threadsafe
    print(await loop.run_in_executor(None, lambda: future(asyncio.sleep(0, "back"), loop).result()))


asyncio.run(main())
