package org.zhigong.ingest.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.warehouse.SetupException;

class PrivacyTest {

    private static final PersonKey KEY = PersonKey.of(1, new byte[32]);

    @Test
    void aLongTextTakesNoLongerThanItsLength() {
        String text = "2025-03-01".repeat(20_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(Redaction.redact(text)).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource({
        "本人身份证11010519491231002X请核, 本人身份证▇请核",
        "旧证110105491231002, 旧证▇",
        "电话13800000000转告, 电话▇转告",
        "电话138 0000 0000, 电话▇",
        "电话138****0000, 电话▇",
        "座机010-65000000, 座机▇",
        "邮箱someone@example.org。, 邮箱▇。",
        "车牌京A12345到场, 车牌▇到场",
        "卡号4111 1111 1111 1111, 卡号▇",
        "１３８００００００００, ▇",
        "缺一位11999019900307001, 缺一位▇",
        "119990 19900307 0011, ▇",
        "银行账号 11000099887766554, 银行账号 ▇",
    })
    void takesOutOfTextWhatNamesAPerson(String text, String redacted) {
        assertThat(Redaction.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource({"北京某某有限公司", "91350100M000100Y43", "2024-01-05", "GH0000000001", "3400人", "京朝劳人仲字[2024]第1234号"})
    void leavesOtherTextAlone(String text) {
        assertThat(Redaction.redact(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "仿蘅霁, ▇",
        "仿蘅·霁, ▇",
        "SYN99887766, ▇",
        "6222029900112233, ▇",
        "北京合成一号有限公司, 北京合成一号有限公司",
    })
    void takesOutOfARosterWhatCouldNameAPerson(String text, String redacted) {
        assertThat(Redaction.redactInRoster(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource({
        "110105********0021, 999999********9999",
        "王芳, 字字",
        "阿·Li 3, 字·AA 9",
        "１１Ｘ, 99A",
    })
    void showsOfAPersonsDataTheShapeOnly(String text, String shape) {
        assertThat(Masks.shape(text)).isEqualTo(shape);
    }

    @Test
    void showsOfOtherDataAnExcerpt() {
        assertThat(Masks.excerpt("其它")).isEqualTo("其它");
        assertThat(Masks.excerpt("11010519491231002X")).isEqualTo("▇");
        assertThat(Masks.excerpt("很".repeat(61))).isEqualTo("很".repeat(60) + "…");
    }

    @Test
    void makesPseudonymsThatDependOnKeyKindAndNumberAlone() {
        assertThat(KEY.version()).isEqualTo("v1-" + KEY.version().substring(3)).matches("v1-[a-z2-7]{8}");
        assertThat(KEY.person("ID", "11010519491231002X"))
                .matches("[A-Z2-7]{26}")
                .isEqualTo(PersonKey.of(2, new byte[32]).person("ID", "11010519491231002X"))
                .isNotEqualTo(KEY.person("PASSPORT", "11010519491231002X"))
                .isNotEqualTo(KEY.person("ID", "34052419800101001X"))
                .isNotEqualTo(PersonKey.of(1, new byte[] {1}).person("ID", "11010519491231002X"));
        assertThat(KEY.name("某某")).isNotEqualTo(KEY.name("某"));
    }

    @Test
    void agreesWithTheStandardOnWhatHmacIs() throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(new byte[32], "HmacSHA256"));
        byte[] hash = mac.doFinal("ID|11010519491231002X".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            bits.append("%8s".formatted(Integer.toBinaryString(hash[i] & 0xff)).replace(' ', '0'));
        }
        StringBuilder expected = new StringBuilder();
        bits.append("00");
        for (int i = 0; i < 130; i += 5) {
            expected.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Integer.parseInt(bits.substring(i, i + 5), 2)));
        }

        assertThat(KEY.person("ID", "11010519491231002X")).isEqualTo(expected.toString());
    }

    @Test
    void givesThreadsTheSamePseudonyms() {
        Set<String> keys = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 20_000).parallel().forEach(i -> keys.add(KEY.person("ID", String.valueOf(i % 100))));

        assertThat(keys).hasSize(100);
    }

    @Test
    void makesAKeyOnceForItsOwnerOnlyAndFindsItAgain(@TempDir Path folder) throws IOException {
        Path keys = folder.resolve("keys");

        PersonKey made = PersonKey.open(keys, List.of());
        PersonKey found = PersonKey.open(keys, List.of(made.version()));

        assertThat(found.version()).isEqualTo(made.version());
        assertThat(found.name("某")).isEqualTo(made.name("某"));
        assertThat(keys).isDirectoryContaining("glob:**person-key-v1.hex");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("person-key-v1.hex"))))
                .isEqualTo("rw-------");
        assertThat(PersonKey.missing(keys, List.of(made.version()))).isEmpty();
    }

    @Test
    void usesTheNewestKeyAndStillKnowsTheOlder(@TempDir Path folder) throws IOException {
        String first = PersonKey.open(folder, List.of()).version();
        Files.writeString(folder.resolve("person-key-v2.hex"), "ab".repeat(32) + "\n");

        assertThat(PersonKey.open(folder, List.of(first)).version()).startsWith("v2-");
    }

    @Test
    void doesNotMakeANewKeyForAHomeThatUsedAnother(@TempDir Path folder) {
        assertThatThrownBy(() -> PersonKey.open(folder, List.of("v1-aaaaaaaa")))
                .isInstanceOf(SetupException.class)
                .hasMessage("Missing person key v1-aaaaaaaa in " + folder
                        + ". Batches of this home were made with it; without it no person of a new file can be matched with "
                        + "what is there, and the key cannot be computed again. Restore the folder from its backup, or ingest "
                        + "everything from the inbox into a new home");
        assertThat(folder).isEmptyDirectory();
        assertThat(PersonKey.missing(folder, List.of("v1-aaaaaaaa"))).containsExactly("v1-aaaaaaaa");
    }

    @Test
    void refusesADamagedKeyWithoutShowingIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("person-key-v1.hex");
        Files.writeString(file, "secret");

        assertThatThrownBy(() -> PersonKey.open(folder, List.of()))
                .isInstanceOf(SetupException.class)
                .hasMessage("Invalid person key " + file
                        + ": expected 64 hexadecimal digits, found 6 characters; restore it from its backup");
    }
}
