// differential: What ProcessHandle tells of the program and of its children.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        ProcessHandle me = ProcessHandle.current();
        System.out.println(me.parent().map(ProcessHandle::pid).orElse(-1L) + " " + me.isAlive() + " " + me.info().command() + " " + me.info().user() + " " + me.children().count() + " " + me.supportsNormalTermination());
        System.out.println(me.info().commandLine().map(line -> line.replaceAll("=\\d+", "=N")) + " " + me.info().arguments().map(words -> words.length) + " " + (me.info().totalCpuDuration().get().toSeconds() < 5) + " " + (System.currentTimeMillis() - me.info().startInstant().get().toEpochMilli() < 10_000));
        Process child = new ProcessBuilder("sleep", "30").start();
        System.out.println(me.children().count() + " " + child.info().command() + " " + child.toHandle().destroy() + " " + child.waitFor() + " " + child.isAlive());
        try {
            me.destroy();
        } catch (IllegalStateException error) {
            System.out.println(error.getMessage());
        }
    }
}
