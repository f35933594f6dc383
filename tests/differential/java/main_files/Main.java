// differential: Several classes in several files and packages.
// exit: 0
import shapes.Shape;
import shapes.flat.*;

public class Main {
    public static void main(String[] args) {
        for (Shape shape : new Shape[] {new Square(3), new Circle(1)}) System.out.printf("%s %.3f%n", shape, shape.area());
        System.out.println(Beside.NAME);
    }
}
