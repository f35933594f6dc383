#include "../once.h"
