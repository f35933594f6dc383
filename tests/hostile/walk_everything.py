# Reads every readable file below one megabyte and looks for the planted secret.
# row: S1
# stage: run | compile
# expect: ok | time_limit
# limits: {"wall_time_ms": 9000}
import os
import stat

needle = b"runyard" + b"-canary-"
for folder, folders, files in os.walk("/"):
    if folder == "/":
        # The toolchains are large and public; the secret is in none of them.
        folders[:] = [name for name in folders if name not in ("usr", "lib", "lib64", "bin", "sbin", "toolchains", "opt")]
    for name in files:
        path = os.path.join(folder, name)
        try:
            if not stat.S_ISREG(os.lstat(path).st_mode) or os.stat(path).st_size > 1 << 20:
                continue
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            try:
                if needle in os.read(descriptor, 1 << 20):
                    print("BRE" "ACH: a secret in", path, flush=True)
            finally:
                os.close(descriptor)
        except OSError:
            pass
print("walked")
