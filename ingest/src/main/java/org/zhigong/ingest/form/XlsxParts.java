package org.zhigong.ingest.form;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of an .xlsx file by their names, which writers spell as they like. */
final class XlsxParts implements Closeable {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Budget budget;

    private XlsxParts(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
        zip.stream().forEach(entry -> entries.putIfAbsent(normal(entry.getName()), entry));
    }

    static XlsxParts open(Path file) throws IOException, RejectedFile {
        try {
            ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
            return new XlsxParts(zip, Budget.ofWorkbook(Files.size(file)));
        } catch (ZipException e) {
            throw Damage.damaged(Form.XLSX);
        }
    }

    /** The name of a part in one spelling. */
    static String normal(String name) {
        String slashed = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashed.startsWith("/") ? slashed.substring(1) : slashed;
    }

    /** A part, opened. @throws RejectedFile if it is not there */
    Xml open(String name) throws IOException, RejectedFile {
        return find(name).orElseThrow(() -> Damage.damaged(Form.XLSX));
    }

    Optional<Xml> find(String name) throws IOException, RejectedFile {
        ZipEntry entry = entries.get(normal(name));
        if (entry == null) {
            return Optional.empty();
        }
        try {
            InputStream in = zip.getInputStream(entry);
            return Optional.of(Xml.open(new GuardedXml(in, budget, entry.getCrc())));
        } catch (ZipException e) {
            throw Damage.damaged(Form.XLSX);
        }
    }

    /** What the part called {@code name} points to, by id. */
    Map<String, Target> relations(String name) throws IOException, RejectedFile {
        int slash = name.lastIndexOf('/') + 1;
        String folder = name.substring(0, slash);
        Map<String, Target> targets = new HashMap<>();
        Optional<Xml> part = find(folder + "_rels/" + name.substring(slash) + ".rels");
        if (part.isEmpty()) {
            return targets;
        }
        try (Xml xml = part.get()) {
            while (xml.advance()) {
                if (xml.isStart("Relationship")) {
                    String type = xml.attribute("Type", "");
                    String target = resolved(folder, xml.attribute("Target", ""));
                    targets.put(xml.attribute("Id", ""), new Target(type.substring(type.lastIndexOf('/') + 1), target));
                }
            }
        }
        return targets;
    }

    /** The part that the whole file is about. */
    String main() throws IOException, RejectedFile {
        List<String> found = relations("").values().stream()
                .filter(target -> target.kind().equals("officeDocument"))
                .map(Target::part)
                .toList();
        return found.isEmpty() ? "xl/workbook.xml" : found.get(0);
    }

    private static String resolved(String folder, String target) {
        String slashed = target.replace('\\', '/');
        if (slashed.startsWith("/")) {
            return slashed.substring(1);
        }
        String base = folder;
        while (slashed.startsWith("../")) {
            slashed = slashed.substring(3);
            int up = base.lastIndexOf('/', base.length() - 2);
            base = base.substring(0, up + 1);
        }
        return base + slashed;
    }

    /**
     * Where a relation leads.
     *
     * @param kind the last word of its type
     * @param part the name of the part
     */
    record Target(String kind, String part) {}

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
