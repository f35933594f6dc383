int shared;
const char *name(void) { return "strong"; }
void set(void) { shared = 12; }
