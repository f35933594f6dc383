#pragma once
#include "include/two.h"
static int lonely() { return 3; }
