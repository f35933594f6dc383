# differential: A library to load first that is not there: the dynamic loader complains, and goes on.
# env: {"LD_PRELOAD": "/work/absent.so"}
# exit: 0
print("the program runs")
