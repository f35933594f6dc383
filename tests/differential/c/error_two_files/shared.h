static inline int shared(void) { return three_wrong; }
