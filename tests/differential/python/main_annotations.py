# differential: Annotations at the top level are kept in __annotations__ of __main__.
# exit: 0
# stdout: "{'answer': <class 'int'>, 'later': 'str'}\nFalse\n"
answer: int = 42
later: "str"
print(__annotations__)
print("later" in globals())
