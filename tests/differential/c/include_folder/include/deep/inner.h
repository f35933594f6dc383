#include "../shape.h"
#define INNER (SHAPE * 2)
