# differential: code.interact reads from standard input, with the banner of the version.
# stdin: "x = 6\nx * 7\nfor n in range(2):\n    n\n\n1 / 0\n"
# exit: 0
import code

code.interact(local={"__name__": "console"}, exitmsg="bye")
print(code.compile_command("if x:"))
