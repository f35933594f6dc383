# differential: The programs and libraries that are mapped at the start, but for what a warm start needs and says so in its documentation.
# exit: 0
paths = {line.split(None, 5)[5].strip() for line in open("/proc/self/maps") if len(line.split(None, 5)) == 6}
print(*sorted(path for path in paths if not path.startswith("[") and not path.endswith(("/.warm/library.so", "/libgcc_s.so.1"))), sep="\n")
print("[heap]" in paths, "[stack]" in paths, "[vdso]" in paths)
