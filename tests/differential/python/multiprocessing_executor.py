# differential: A ProcessPoolExecutor whose worker dies.
# exit: 0
import concurrent.futures
import os


def die():
    os._exit(1)


if __name__ == "__main__":
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        print(list(pool.map(abs, [-1, -2])))
        try:
            pool.submit(die).result()
        except concurrent.futures.process.BrokenProcessPool as error:
            print(error)
