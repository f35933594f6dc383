// differential: The compiler names the header that is missing.
int main(void) {
    printf("%s\n", NULL);
    size_t size = INT_MAX;
    uint8_t byte = UINT8_MAX;
    FILE *file = stdout;
    bool flag = true;
    assert(flag);
    double pi = M_PI + sqrt(2);
    return errno + EXIT_FAILURE;
}
