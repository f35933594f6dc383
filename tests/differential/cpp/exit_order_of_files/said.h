#pragma once
struct Said {
    static int count;
    const char* name;
    explicit Said(const char* name);
    ~Said();
};
