# differential: select, poll, epoll and selectors over pipes.
# exit: 0
import os
import select
import selectors

read, write = os.pipe()
print(select.select([read], [write], [], 0) == ([], [write], []))
os.write(write, b"x")
poll = select.poll()
poll.register(read, select.POLLIN)
print(poll.poll(1000) == [(read, select.POLLIN)])
with select.epoll() as epoll:
    epoll.register(read, select.EPOLLIN | select.EPOLLET)
    print(epoll.poll(1) == [(read, select.EPOLLIN)], epoll.poll(0))
with selectors.DefaultSelector() as selector:
    selector.register(read, selectors.EVENT_READ, "data")
    print([key.data for key, _ in selector.select(0)], type(selector).__name__, read, write)
