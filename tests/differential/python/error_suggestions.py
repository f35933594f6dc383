# differential: Misspelt names and attributes get suggestions.
# exit: 1
import collections

for_the_user = 1
try:
    collections.namedtupel
except AttributeError as error:
    print(error.name, error.obj is collections)
for_teh_user
