# differential: A traceback quotes the file as it is then, not as it was read.
# exit: 1
with open(__file__) as file:
    text = file.read()
with open(__file__, "w") as file:
    file.write(text.replace("raise Runtime", "RAISE RUNTIME"))
raise RuntimeError("quoted from the disk")
