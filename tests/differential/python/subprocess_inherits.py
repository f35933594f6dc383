# differential: A child writes to the same stdout, between what the program flushed.
# exit: 0
import subprocess
import sys

print("parent before", flush=True)
subprocess.run(["echo", "child"], check=True)
subprocess.run([sys.executable, "-c", "import sys; print('python child'); print('its errors', file=sys.stderr); sys.exit('ends')"], check=False)
print("parent after")
