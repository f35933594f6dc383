#define SHAPE 4
