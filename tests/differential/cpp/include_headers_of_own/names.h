#pragma once
#include "shapes.h"
#include <iostream>
#include <string>
inline std::string name(Shape shape) { return shape.width == shape.height ? "square" : "rectangle"; }
