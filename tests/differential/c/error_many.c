// differential: More errors than the compiler is asked to print.
#define TEN(x) x##0; x##1; x##2; x##3; x##4; x##5; x##6; x##7; x##8; x##9;

void function(void) {
    TEN(a) TEN(b) TEN(c)
    TEN(d)
    TEN(e)
    TEN(f)
    TEN(g)
}
