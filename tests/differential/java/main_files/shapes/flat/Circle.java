package shapes.flat;

public record Circle(double radius) implements shapes.Shape {
    public double area() { return Math.PI * radius * radius; }
}
