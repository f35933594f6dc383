# differential: Tasks whose errors nobody takes are told of when they go.
# exit: 0
import asyncio


async def fail():
    raise ValueError("nobody asks")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)
    loop.call_soon(lambda: 1 / 0)


asyncio.run(main())
