# differential: cwd, env, umask, process group, session, preexec of a child.
# exit: 0
import os
import subprocess

code = "pwd; umask; env | sort; ps -o sid=,pgid= -p $$ | tr -s ' ' '\\n' | sort -u | wc -l"
os.mkdir("inner")
child = subprocess.run(["sh", "-c", code], cwd="inner", env={"A": "b", "PATH": os.environ["PATH"]}, umask=0o27, start_new_session=True, preexec_fn=lambda: os.write(1, b"before\n"))
print(child.returncode)
