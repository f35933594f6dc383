# differential: os.system, os.popen and the shell's exit codes.
# exit: 0
import os

print(os.system("exit 3") >> 8, os.waitstatus_to_exitcode(os.system("kill -9 $$")), os.popen("exit 4").close() >> 8)
with os.popen("cat > typed", "w") as pipe:
    pipe.write("into a child\n")
print(open("typed").read(), os.get_exec_path())
