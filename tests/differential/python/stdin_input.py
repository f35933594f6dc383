# differential: input() with prompts, line by line, until EOFError.
# stdin: "first\nsecond line \n\nlast without end"
# exit: 0
while True:
    try:
        print(repr(input("? ")))
    except EOFError as error:
        print(repr(error))
        break
