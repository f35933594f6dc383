#include "defines.h"
int other() { return defined() + global; }
