// differential: Walking the stack with classes, lines and hidden frames.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        new Inner().run();
    }

    static class Inner implements Runnable {
        public void run() {
            Runnable deeper = () -> StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).forEach(frame -> System.out.println(frame.getDeclaringClass().getSimpleName() + "." + frame.getMethodName().replaceAll("\\d+", "N") + ":" + frame.getLineNumber()));
            deeper.run();
            System.out.println(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass());
        }
    }
}
