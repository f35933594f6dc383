// Only the work folder and "include" are searched, and this file's own.
#include "third.h"
