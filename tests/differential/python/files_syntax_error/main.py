# differential: A syntax error in an imported file.
# exit: 1
print("before")
import broken
