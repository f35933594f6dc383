# differential: Without a loop there is none, and the module has no debug mode by itself.
# exit: 0
import asyncio

for attempt in (asyncio.get_running_loop, lambda: asyncio.current_task()):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
print(asyncio._get_running_loop(), asyncio.coroutines._is_debug_mode())
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, "done")), runner.get_loop().is_running())
