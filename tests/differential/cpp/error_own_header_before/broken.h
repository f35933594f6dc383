struct Broken {
    std::string text;
    int numbers[];
    int more;
}
