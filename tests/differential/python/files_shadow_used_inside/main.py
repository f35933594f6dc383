# differential: A shadowing module is also what the standard library gets.
# exit: 1
import logging

logging.warning("formatted with the string module beside the program")
import cmd
