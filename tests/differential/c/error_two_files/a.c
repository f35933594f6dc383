#include "shared.h"
int a(void) { return two_wrong; }
