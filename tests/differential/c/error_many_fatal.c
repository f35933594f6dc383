// differential: The caller wants only the first error.
// flags: ["-Wfatal-errors", "-Wall"]
int main(void) {
    int unused;
    first = 1;
    second = 2;
}
