package shapes.flat;

public record Square(double side) implements shapes.Shape {
    public double area() { return side * side; }
}
