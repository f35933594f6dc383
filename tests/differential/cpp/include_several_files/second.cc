#define NDEBUG
#include <cassert>
#include "parts.h"
#include <iostream>

std::string second() {
    assert(false);
    return " second";
}
