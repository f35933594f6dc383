#define TEXT_(x) #x
#define TEXT(x) TEXT_(x)
static const char* const one = TEXT(__INCLUDE_LEVEL__) __FILE__ __BASE_FILE__;
#include "two.h"
