static const char* const two = TEXT(__INCLUDE_LEVEL__) __FILE__ __FILE_NAME__;
