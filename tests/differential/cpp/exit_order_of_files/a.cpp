#include "said.h"
#include <cstdio>
int Said::count = 0;
Said::Said(const char* name) : name(name) { std::printf("+%s %d\n", name, ++count); }
Said::~Said() { std::printf("-%s\n", name); }
static Said said("a");
