#pragma once
inline int& counter() { static int n = 10; return n; }
inline int inlined = 20;
namespace { int hidden = 30; }
struct Error { int code; };
void bump();
int* address();
int* hidden_address();
[[noreturn]] void fail();
