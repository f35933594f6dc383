# differential: A pipeline of three, and one that ends early.
# exit: 0
import subprocess

numbers = subprocess.Popen(["seq", "1", "100000"], stdout=subprocess.PIPE)
some = subprocess.Popen(["grep", "7"], stdin=numbers.stdout, stdout=subprocess.PIPE)
numbers.stdout.close()
first = subprocess.Popen(["head", "-3"], stdin=some.stdout, stdout=subprocess.PIPE, text=True)
some.stdout.close()
print(first.communicate()[0].split(), first.returncode)
some.wait()
print(numbers.wait() in (0, -13), some.returncode in (0, -13, 2))
