# differential: A coroutine that was never awaited is warned about.
# exit: 0
async def forgotten():
    pass


forgotten()
print("end")
