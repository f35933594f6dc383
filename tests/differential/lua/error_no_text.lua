-- differential: An error value without a text.
-- exit: 1
error({})
