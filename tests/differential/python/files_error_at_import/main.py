# differential: An error while a module is imported: the machinery's own frames are left out.
# exit: 1
import fails
