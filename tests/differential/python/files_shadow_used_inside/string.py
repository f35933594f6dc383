print("the string module beside the program")


class Template:
    pass


class Formatter:
    pass
