# differential: A database in memory and in a file.
# exit: 0
import sqlite3

base = sqlite3.connect("numbers.db")
base.create_function("twice", 1, lambda n: 2 * n)
base.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY, word TEXT)")
base.executemany("INSERT INTO numbers VALUES (?, ?)", enumerate(["zero", "één", "two"]))
base.commit()
print(base.execute("SELECT twice(n), word FROM numbers ORDER BY n DESC").fetchall(), base.total_changes, sqlite3.threadsafety)
try:
    base.execute("SELECT nothing FROM nowhere")
except sqlite3.OperationalError as error:
    print(error)
