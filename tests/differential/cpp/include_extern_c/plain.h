int plain(int);
#ifdef __cplusplus
extern "C++" int overloaded(int);
extern "C++" int overloaded(char);
#endif
