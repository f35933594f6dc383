#define OWN
#define INT_MAX 1
