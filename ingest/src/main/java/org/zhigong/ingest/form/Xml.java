package org.zhigong.ingest.form;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through the elements of one part of a workbook, without entities, whatever it declares. */
final class Xml implements Closeable {

    private static final XMLInputFactory FACTORY = factory();
    private static final char MARK = 0xFEFF;

    private final InputStream in;
    private final XMLStreamReader reader;
    private final StringBuilder text = new StringBuilder();

    private Xml(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    // That of the class library, whatever else stands on the class path.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static Xml open(InputStream in) throws IOException, RejectedFile {
        try {
            return new Xml(in, FACTORY.createXMLStreamReader(decoded(in)));
        } catch (XMLStreamException | IOException e) {
            in.close();
            throw refused(e);
        }
    }

    /** The characters of {@code in}: left to itself the parser writes to the console of bytes that are none. */
    private static Reader decoded(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Goes on to the next start or end of an element; false at the end of the part. */
    boolean advance() throws IOException, RejectedFile {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw refused(e);
        }
    }

    boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** Whether this is the start of {@code element}, in any namespace. */
    boolean isStart(String element) {
        return isStart() && reader.getLocalName().equals(element);
    }

    /** Whether this is the end of {@code element}, in any namespace. */
    boolean isEnd(String element) {
        return !isStart() && reader.getLocalName().equals(element);
    }

    String name() {
        return reader.getLocalName();
    }

    /** An attribute by its name without prefix. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** The text up to the end of this element, which has no elements inside; not more than {@code most} of it. */
    String text(int most) throws IOException, RejectedFile {
        text.setLength(0);
        try {
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
                    int room = most - text.length();
                    text.append(
                            reader.getTextCharacters(), reader.getTextStart(), Math.min(reader.getTextLength(), room));
                } else if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    throw Damage.damaged(Form.XLSX);
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw refused(e);
        }
        return text.toString();
    }

    private static RejectedFile refused(Exception e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedXml.Refused refused) {
                return refused.why();
            }
            if (cause instanceof XMLStreamException stream
                    && stream.getNestedException() instanceof GuardedXml.Refused refused) {
                return refused.why();
            }
        }
        return Damage.damaged(Form.XLSX);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot close a part of a workbook", e);
        } finally {
            in.close();
        }
    }
}
