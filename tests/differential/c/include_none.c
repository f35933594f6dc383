// differential: No include at all: the program declares what it uses.
// exit: 0
// stdout: "declared by hand\n7\n"
int puts(const char *);
int printf(const char *, ...);
__SIZE_TYPE__ strlen(const char *);

int main(void) {
    puts("declared by hand");
    return printf("%d\n", (int)strlen("seven.7")) != 2;
}
