#pragma once
static int number(void) { return 42; }
