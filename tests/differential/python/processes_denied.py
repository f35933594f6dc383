# differential: Calls that are not for programs in a jail fail alike.
# exit: 0
import ctypes
import errno

calls = {"ptrace": (101, 0, 0, 0, 0), "mount": (165, 0, 0, 0, 0, 0), "unshare": (272, 0x10000000), "chroot": (161, b"/tmp"), "keyctl": (250, 0, -3, 0), "io_uring_setup": (425, 1, 0), "inotify_init1": (294, 0), "clone3": (435, 0, 0), "setgroups": (116, 0, 0), "bpf": (321, 0, 0, 0), "sethostname": (170, b"x", 1), "perf_event_open": (298, 0, 0, 0, 0, 0), "memfd_create": (319, b"x", 0), "userfaultfd": (323, 0), "acct": (163, 0), "nothing": (9999,)}
syscall = ctypes.CDLL(None, use_errno=True).syscall
for name, (number, *words) in calls.items():
    ctypes.set_errno(0)
    result = syscall(number, *words)
    print(name, result if result < 0 else "done", errno.errorcode.get(ctypes.get_errno(), 0))
