int shared(void) { return 3; }
int number = 4;
int tentative;
