#include "include/inner.h"
static int never_used(void) { return 1; }
