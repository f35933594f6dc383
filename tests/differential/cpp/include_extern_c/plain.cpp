extern "C" {
#include "plain.h"
int plain(int x) { return x * 10; }
}
int overloaded(int) { return 1; }
int overloaded(char) { return 2; }
