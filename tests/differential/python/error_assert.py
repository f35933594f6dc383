# differential: A failed assertion, with and without a message.
# exit: 1
try:
    assert 1 > 2
except AssertionError as error:
    print(repr(error))
assert [] == [1], ("a tuple", "as message")
