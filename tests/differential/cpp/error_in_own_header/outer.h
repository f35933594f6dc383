#pragma once
#include <string>
#include "deep/inner.h"
inline std::string outer(int x) { return x; }
