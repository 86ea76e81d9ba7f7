package org.zhigong.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlNodeTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("a.yaml");
    }

    @Test
    void keepsScalarsAsTheyWereTyped() throws IOException {
        YamlNode node = yaml("""
                codes: [01, "2", 2025-03-01, yes, 1_000]
                none: null
                """);

        assertThat(node.require("codes").texts()).containsExactly("01", "2", "2025-03-01", "yes", "1_000");
        assertThat(node.require("codes").items().get(4).integer()).isEqualTo(1000);
        assertThat(node.find("none")).isEmpty();
    }

    @Test
    void becomesJsonWithTheTypesThatYamlGives() throws IOException {
        YamlNode node = yaml("""
                a: {text: x, number: 3, share: 0.30, is_open: true, quoted: "3", nothing: null, list: [1, b]}
                """);

        assertThat(Json.line(node.require("a").json()))
                .isEqualTo("{\"text\":\"x\",\"number\":3,\"share\":0.3,\"is_open\":true,\"quoted\":\"3\","
                        + "\"nothing\":null,\"list\":[1,\"b\"]}");
    }

    @Test
    void namesFileLineAndKeyOfAnUnknownKey() throws IOException {
        YamlNode node = yaml("""
                name: x
                columns:
                  member_id:
                    tpye: varchar
                """);

        assertThatThrownBy(() -> node.require("columns").require("member_id").onlyKeys(List.of("type", "zh", "en")))
                .isInstanceOf(SetupException.class)
                .hasMessage("%s, line 4: columns.member_id.tpye: unknown key 'tpye': expected one of [type, zh, en]; "
                                .formatted(file)
                        + "did you mean type?");
    }

    @Test
    void namesWhatIsMissingAndWhatHasAnotherForm() throws IOException {
        YamlNode node = yaml("""
                name: x
                grain: member_id
                examples:
                  - {name: y}
                """);

        assertThatThrownBy(() -> node.require("period"))
                .hasMessage("%s, line 1: missing key 'period', found [name, grain, examples]".formatted(file));
        assertThatThrownBy(() -> node.require("grain").items())
                .hasMessage("%s, line 2: grain: expected a list, found 'member_id'".formatted(file));
        assertThatThrownBy(() -> node.require("examples").items().get(0).text())
                .hasMessage("%s, line 4: examples[1]: expected a text, found the keys [name]".formatted(file));
    }

    @Test
    void refusesWhatIsNotOneDocumentOfPlainYaml() {
        assertThatThrownBy(() -> yaml("a: 1\na: 2\n"))
                .isInstanceOf(SetupException.class)
                .hasMessage("%s, line 2: a: the key is there twice".formatted(file));
        assertThatThrownBy(() -> yaml("a: [1\nb: 2\n"))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("%s, line 2: not YAML: ".formatted(file));
        assertThatThrownBy(() -> yaml("a: &x 1\nb: *x\n"))
                .hasMessage("%s, line 2: expected the value itself, found the alias *x".formatted(file));
        assertThatThrownBy(() -> yaml("")).hasMessage("%s is empty: expected keys with values".formatted(file));
        assertThatThrownBy(() -> YamlNode.read(folder.resolve("b.yaml")))
                .hasMessage("Missing file %s".formatted(folder.resolve("b.yaml")));
    }

    private YamlNode yaml(String text) throws IOException {
        return YamlNode.read(Files.writeString(file, text));
    }
}
