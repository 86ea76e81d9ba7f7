package org.zhigong.ingest.functions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.zhigong.warehouse.Hashes;

/**
 * Turns numbers and names of persons into pseudonyms: HMAC-SHA-256 under a secret key, of which the first 128 bits are
 * written in base 32. Safe for all threads.
 */
public final class PersonKey {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26; // characters of five bits for 128 bits

    private static final int BLOCK = 64; // bytes that SHA-256 takes at once

    private final String version;

    /** Digests that have taken the key; only ever copied, so that threads can share them. */
    private final MessageDigest inner;

    private final MessageDigest outer;

    private PersonKey(int number, MessageDigest inner, MessageDigest outer) {
        this.inner = inner;
        this.outer = outer;
        String fingerprint = encode(mac("fingerprint".getBytes(StandardCharsets.UTF_8)));
        this.version = "v" + number + "-" + fingerprint.substring(0, 8).toLowerCase(Locale.ROOT);
    }

    /** The key {@code secret} as version {@code number}; key folders do this, and tests that need no folder. */
    public static PersonKey of(int number, byte[] secret) {
        if (secret.length > BLOCK) {
            throw new IllegalArgumentException("A key has at most %d bytes, not %d".formatted(BLOCK, secret.length));
        }
        return new PersonKey(number, padded(secret, 0x36), padded(secret, 0x5c));
    }

    /**
     * The newest key in {@code folder}; when {@code used} is empty and there is none, a first key is made.
     *
     * @param used the versions that batches of the home were made with
     * @throws org.zhigong.warehouse.SetupException if one of {@code used} is not in the folder, saying what that means
     */
    public static PersonKey open(Path folder, Collection<String> used) {
        return new KeyFolder(folder).open(used);
    }

    /** Those of {@code used} that are not in {@code folder}: their persons cannot be recognised in new files. */
    public static List<String> missing(Path folder, Collection<String> used) {
        return new KeyFolder(folder).missing(used);
    }

    /** The version and a fingerprint of the key, never the key: {@code v1-ab12cd34}. */
    public String version() {
        return version;
    }

    /**
     * The pseudonym of a person.
     *
     * @param kind as {@link PersonDocuments#kind} gives it
     * @param number in the form of {@link PersonDocuments#NUMBER}
     */
    public String person(String kind, String number) {
        return pseudonym(kind, number);
    }

    /** The pseudonym of a name; {@code name} in the form of {@link PersonNames#NAME}. */
    public String name(String name) {
        return pseudonym("NAME", name);
    }

    private String pseudonym(String kind, String text) {
        return encode(mac((kind + "|" + text).getBytes(StandardCharsets.UTF_8)));
    }

    /** HMAC-SHA-256 of {@code message}: copying the two keyed digests saves half of the work of taking the key anew. */
    private byte[] mac(byte[] message) {
        return copy(outer).digest(copy(inner).digest(message));
    }

    private static String encode(byte[] hash) {
        byte[] out = new byte[LENGTH];
        int bits = 0;
        int buffer = 0;
        int at = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (bits < 5) {
                buffer = (buffer << 8) | (at < 16 ? hash[at] & 0xff : 0);
                at++;
                bits += 8;
            }
            bits -= 5;
            out[i] = (byte) ALPHABET.charAt((buffer >>> bits) & 31);
        }
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static MessageDigest padded(byte[] secret, int pad) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < secret.length ? secret[i] : 0) ^ pad);
        }
        MessageDigest digest = Hashes.sha256();
        digest.update(block);
        return digest;
    }

    private static MessageDigest copy(MessageDigest keyed) {
        try {
            return (MessageDigest) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of the Java platform can be copied", e);
        }
    }
}
