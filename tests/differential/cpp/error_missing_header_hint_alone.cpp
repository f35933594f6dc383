// differential: The same without any header.
int main() {
    std::cout << "x" << std::endl;
    std::string text;
    printf("x");
    size_t size = 0;
    NULL;
    std::vector<int> v;
}
