# differential: Modules and packages beside the program are found, with relative imports inside.
# exit: 0
import shapes
from shapes.square import area

print(shapes.__name__, shapes.__file__, shapes.__path__, area(3), shapes.square.__package__)
import one_file

print(one_file.name)
