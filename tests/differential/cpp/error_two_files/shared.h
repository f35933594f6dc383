template <class T> int shared(T x) { return x.nothing(); }
inline int used() { return shared(1); }
