static const int level_two = __INCLUDE_LEVEL__;
static const char *const file_two = __FILE__;
