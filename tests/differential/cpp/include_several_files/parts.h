#pragma once
#include <string>
std::string first();
std::string second();
