# differential: Children of asyncio: output, exit codes, a signal.
# exit: 0
import asyncio
import signal
import sys


async def main():
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(input()[::-1])", stdin=-1, stdout=-1)
    print(await child.communicate(b"abc\n"), child.returncode)
    child = await asyncio.create_subprocess_shell("echo started; exec sleep 9", stdout=asyncio.subprocess.PIPE)
    print(await child.stdout.readline())
    child.send_signal(signal.SIGTERM)
    print(await child.wait())


asyncio.run(main())
