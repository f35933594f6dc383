// differential: A code that needs more than 8 bits wraps around.
// exit: 0
// stdout: ""
int main() {
    return 256;
}
