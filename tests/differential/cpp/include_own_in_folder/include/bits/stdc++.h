#define EVERYTHING "own everything"
#include <string>
