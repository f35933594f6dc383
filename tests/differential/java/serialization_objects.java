// differential: Objects are written and read, with transient fields and versions.
// exit: 0
import java.io.*;
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new Object[] {new Thing("é"), new Point(1, 2), List.of(1), Thread.State.NEW});
        Object[] read = (Object[]) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        System.out.println(Arrays.toString(read) + " " + ObjectStreamClass.lookup(Point.class).getSerialVersionUID() + " " + ObjectStreamClass.lookup(Thing.class).getSerialVersionUID());
        try {
            new ObjectOutputStream(bytes).writeObject(new Object());
        } catch (NotSerializableException error) {
            System.out.println(error.getMessage());
        }
    }

    record Point(int x, int y) implements Serializable { }

    static class Thing implements Serializable {
        final String name;
        transient int cached = 5;

        Thing(String name) { this.name = name; }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            System.out.println("reading " + name + " " + cached);
        }

        public String toString() { return name; }
    }
}
