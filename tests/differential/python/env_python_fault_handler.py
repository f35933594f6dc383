# differential: PYTHONFAULTHANDLER: a crash shows where every thread was.
# env: {"PYTHONFAULTHANDLER": "1"}
# exit: 0
import os
import re


def crash():
    os.abort()


kept = os.dup(2)
os.dup2(os.open("said", os.O_CREAT | os.O_WRONLY), 2)
if (child := os.fork()) == 0:
    crash()
print(os.WTERMSIG(os.waitpid(child, 0)[1]))
print(re.sub("0x[0-9a-f]+", "0x...", open("said").read()))
