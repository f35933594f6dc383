#define OWN
#error "this file is not meant"
