// differential: Memory outside of the heap, and internal packages that stay closed.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        sun.misc.Unsafe unsafe = (sun.misc.Unsafe) field.get(null);
        long address = unsafe.allocateMemory(8);
        unsafe.putLong(address, 42);
        System.out.println(unsafe.getLong(address) + " " + unsafe.pageSize() + " " + unsafe.addressSize());
        unsafe.freeMemory(address);
        try {
            Class.forName("jdk.internal.misc.Unsafe").getMethod("getUnsafe").invoke(null);
        } catch (IllegalAccessException error) {
            System.out.println(error.getMessage().replaceAll("@\\w+", "@N"));
        }
    }
}
