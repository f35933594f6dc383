# differential: getpass reads standard input, when there is no terminal, and warns.
# stdin: "secret\n"
# exit: 0
import getpass

print(getpass.getpass("Password: "), getpass.getuser())
