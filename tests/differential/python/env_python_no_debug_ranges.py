# differential: PYTHONNODEBUGRANGES: tracebacks without marks.
# env: {"PYTHONNODEBUGRANGES": "1"}
# exit: 1
values = {"a": 1}
print(values["a"] + values["b"])
