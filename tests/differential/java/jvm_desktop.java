// differential: There is no screen; images work in memory.
// exit: 0
import java.awt.*;
import java.awt.image.BufferedImage;

public class Main {
    public static void main(String[] args) throws Exception {
        try {
            System.out.println(GraphicsEnvironment.isHeadless());
            BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
            image.setRGB(1, 1, 0xff8800);
            System.out.println(Integer.toHexString(image.getRGB(1, 1)));
            new Frame();
        } catch (HeadlessException error) {
            System.out.println(error.getClass());
        } catch (UnsatisfiedLinkError | NoClassDefFoundError error) {
            System.out.println(error.getClass());
        }
    }
}
