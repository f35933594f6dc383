# differential: Records with named fields.
# exit: 0
import numpy as np
people = np.array([("Ada", 36, 1.65), ("Alan", 41, 1.78)], dtype=[("name", "U8"), ("age", "i4"), ("height", "f8")])
print(people["name"], people[people["age"] > 40], people.dtype, np.sort(people, order="height")["name"])
print(people.view(np.recarray).age.mean())
