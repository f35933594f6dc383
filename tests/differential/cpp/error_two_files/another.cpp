#include <iostream>
#include "shared.h"
void another() { std::cout << another_is_wrong << std::endl << shared; }
