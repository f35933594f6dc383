#include "shared.h"
void bump() { counter() += 1, ++inlined, ++hidden; }
int* address() { return &inlined; }
int* hidden_address() { return &hidden; }
void fail() { throw Error{77}; }
