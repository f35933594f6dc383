// differential: Loggers: the handlers and formats of the start, without times.
// exit: 0
import java.util.logging.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %3$s %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        System.out.println(root.getLevel() + " " + root.getHandlers().length + " " + root.getHandlers()[0].getClass() + " " + root.getHandlers()[0].getLevel());
        Logger logger = Logger.getLogger("mine");
        logger.info("é {0}");
        logger.log(Level.WARNING, "with {0} and {1}", new Object[] {1, "two"});
        logger.fine("not shown");
        System.getLogger("system").log(System.Logger.Level.ERROR, "through the platform");
    }
}
