package org.zhigong.ingest.functions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns numbers and names of persons into pseudonyms: HMAC-SHA-256 under a secret key, of which the first 128 bits are
 * written in base 32. Safe for all threads.
 */
public final class PersonKey {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26; // characters of five bits for 128 bits

    private final String version;
    private final ThreadLocal<Mac> macs;

    private PersonKey(String version, Mac keyed) {
        this.version = version;
        this.macs = ThreadLocal.withInitial(() -> copy(keyed));
    }

    /** The key {@code secret} as version {@code number}; key folders do this, and tests that need no folder. */
    public static PersonKey of(int number, byte[] secret) {
        Mac mac = keyed(secret);
        String fingerprint = encode(mac.doFinal("fingerprint".getBytes(StandardCharsets.UTF_8)))
                .substring(0, 8)
                .toLowerCase(java.util.Locale.ROOT);
        return new PersonKey("v" + number + "-" + fingerprint, mac);
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
        Mac mac = macs.get();
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '|');
        return encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
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

    private static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private static Mac copy(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The HMAC of the Java platform can be copied", e);
        }
    }
}
