// differential: main can be called like any method.
// args: ["2"]
// exit: 0
// stdout: "depth 2, frames 1\ndepth 1, frames 2\ndepth 0, frames 3\n"
public class Main {
    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[0]);
        System.out.println("depth " + depth + ", frames " + new Throwable().getStackTrace().length);
        if (depth > 0) main(new String[] {String.valueOf(depth - 1)});
    }
}
