# differential: A file that is frozen is written out at the end.
# exit: 0
# stdout: "must appear\n"
import gc

file = open(1, "w", closefd=False)
file.write("must appear\n")
gc.freeze()
