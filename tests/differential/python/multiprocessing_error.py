# differential: An error in a process is shown with the name of the process.
# exit: 0
import multiprocessing


def fail():
    raise ValueError("in a process")


if __name__ == "__main__":
    child = multiprocessing.Process(target=fail, name="failing")
    child.start()
    child.join()
    print(child.exitcode, child.is_alive(), multiprocessing.active_children())
