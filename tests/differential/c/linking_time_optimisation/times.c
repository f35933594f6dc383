const int factor = 7;
int times(int n) { return n * factor; }
