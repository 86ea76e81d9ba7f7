package org.zhigong.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhigong.warehouse.YamlNode;

/**
 * The bytes that a case describes: {@code text} in {@code encoding}, or {@code base64}, or {@code parts} of text one
 * after the other ({@code repeat} writes a part many times, with its number for {n}), or a {@code workbook}, or an
 * {@code archive} of such.
 */
final class CaseBytes {

    private CaseBytes() {}

    static byte[] of(YamlNode node) throws IOException {
        if (node.find("base64").isPresent()) {
            return Base64.getDecoder().decode(node.require("base64").text());
        }
        if (node.find("workbook").isPresent()) {
            return CaseWorkbook.of(node.require("workbook"));
        }
        if (node.find("archive").isPresent()) {
            return archive(node.require("archive"));
        }
        return node.find("text").isPresent() ? encoded(node) : parts(node);
    }

    private static byte[] parts(YamlNode node) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (YamlNode part : node.require("parts").items()) {
            long times = part.find("repeat").map(YamlNode::integer).orElse(1L);
            for (long i = 0; i < times; i++) {
                out.write(new String(encoded(part), charset(part))
                        .replace("{n}", "%05d".formatted(i + 10_000))
                        .getBytes(charset(part)));
            }
        }
        return out.toByteArray();
    }

    /** Names are written in {@code names}, an encoding; other than UTF-8 nothing in the archive says which. */
    private static byte[] archive(YamlNode node) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Charset names =
                node.find("names").map(YamlNode::text).map(Charset::forName).orElse(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (YamlNode entry : node.require("entries").items()) {
                zip.putNextEntry(new ZipEntry(entry.require("name").text()));
                zip.write(of(entry));
                zip.closeEntry();
            }
        }
        byte[] bytes = out.toByteArray();
        if (node.find("password").isPresent()) {
            markEncrypted(bytes);
        }
        return bytes;
    }

    // The class library writes no passwords; what a reader sees first is the mark in the directory.
    private static void markEncrypted(byte[] bytes) {
        for (int i = 0; i + 46 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
    }

    private static byte[] encoded(YamlNode node) {
        return node.require("text").text().getBytes(charset(node));
    }

    private static Charset charset(YamlNode node) {
        return node.find("encoding").map(YamlNode::text).map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }
}
