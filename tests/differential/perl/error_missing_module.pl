# differential: A missing module, and where it was looked for.
# exit: 2
use No::Such::Module;
