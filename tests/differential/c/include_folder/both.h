#define BOTH "beside"
