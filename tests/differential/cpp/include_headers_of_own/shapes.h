#ifndef SHAPES_H
#define SHAPES_H
struct Shape { int width, height; };
inline int area(Shape shape) { return shape.width * shape.height; }
#endif
