import sys

frame = sys._getframe()
names = []
while frame:
    names.append((frame.f_code.co_name, frame.f_code.co_filename.rsplit("/", 1)[-1]))
    frame = frame.f_back
print(names)
