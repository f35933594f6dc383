# differential: Processes of a fork server.
# exit: 0
import multiprocessing


def square(n):
    return __name__, n * n


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    with context.Pool(2) as pool:
        print(pool.map(square, range(5)))
