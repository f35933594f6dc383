#define OWN
#define ENOENT 1
