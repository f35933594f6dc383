// differential: XML, preferences-free databases and scripts, as far as they are there.
// exit: 0
import java.io.*;
import javax.xml.parsers.*;

public class Main {
    public static void main(String[] args) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream("<a b='c'>é<d/></a>".getBytes()));
        System.out.println(document.getDocumentElement().getAttribute("b") + document.getDocumentElement().getTextContent());
        try {
            java.sql.DriverManager.getConnection("jdbc:nothing:");
        } catch (java.sql.SQLException error) {
            System.out.println(error.getMessage());
        }
        try {
            SAXParserFactory.newInstance().newSAXParser().parse(new ByteArrayInputStream("<a>".getBytes()), new org.xml.sax.helpers.DefaultHandler());
        } catch (org.xml.sax.SAXParseException error) {
            System.out.println(error.getMessage());
        }
    }
}
