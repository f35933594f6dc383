static const int level_one = __INCLUDE_LEVEL__;
static const char *const file_one = __FILE__;
static const char *const base_one = __BASE_FILE__;
#include "folder/two.h"
