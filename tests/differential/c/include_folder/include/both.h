#define BOTH "include"
