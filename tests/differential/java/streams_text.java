// differential: Characters, surrogates and values of all types in print.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println('é' + "" + (char) 0x2603 + " 𝒳 " + "\ud800" + " " + 1.0f + " " + 1e10 + " " + Double.MIN_VALUE + " " + (byte) 200 + " " + null + " " + new char[] {'a'}.length + true);
        System.out.println(new char[] {'a', 'b'});
        System.out.println((Object) null);
        System.out.print(1L);
        System.out.println();
    }
}
