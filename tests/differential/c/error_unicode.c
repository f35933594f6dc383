// differential: Errors in lines with wide characters, tabs and invisible ones.
#include <stdio.h>

int main(void) {
	char *größe = "☃☃☃" + undeclared_größe;
    int ａ = 1; int b = 2 – 1;
    puts("x"​);
    return “smart”;
}
