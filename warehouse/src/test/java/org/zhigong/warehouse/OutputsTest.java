package org.zhigong.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

    private static final TableName UNIONS = new TableName("core", "unions");
    private static final Outputs.Key KEY = new Outputs.Key(UNIONS, "f1");

    @TempDir
    private Path folder;

    private Outputs outputs;

    @BeforeEach
    void useTheFolder() {
        outputs = new Outputs(new Home(folder));
    }

    @Test
    void findsWhatItStored() throws IOException {
        StoredOutput output = store("rows");

        assertThat(outputs.find(UNIONS, "f1")).contains(output);
        assertThat(output.file(outputs.home())).hasContent("rows");
        assertThat(outputs.find(UNIONS, "f2")).isEmpty();
        assertThat(outputs.all()).containsExactly(KEY);
        assertThat(outputs.verify(KEY)).isEmpty();
    }

    @Test
    void takesAnOutputThatWasCutShortForMissingAndReplacesIt() throws IOException {
        StoredOutput output = store("rows");
        Files.writeString(output.file(outputs.home()), "ro");

        assertThat(outputs.find(UNIONS, "f1")).isEmpty();
        assertThat(outputs.verify(KEY))
                .contains("%s is damaged: expected output.json and a part.parquet of the size it states"
                        .formatted(outputs.home().output(UNIONS, "f1")));

        store("rows");
        assertThat(outputs.find(UNIONS, "f1")).contains(output);
    }

    @Test
    void takesAnOutputWithoutARecordForMissing() throws IOException {
        store("rows");
        Files.delete(outputs.home().output(UNIONS, "f1").resolve("output.json"));

        assertThat(outputs.find(UNIONS, "f1")).isEmpty();
    }

    @Test
    void findsAChangedByteOnlyByReadingAll() throws IOException {
        StoredOutput output = store("rows");
        Files.writeString(output.file(outputs.home()), "cows");

        assertThat(outputs.find(UNIONS, "f1")).contains(output);
        assertThat(outputs.verify(KEY))
                .contains("%s is damaged: expected the SHA-256 %s, found %s"
                        .formatted(
                                output.file(outputs.home()),
                                output.sha256(),
                                Hashes.ofFile(output.file(outputs.home()))));
    }

    @Test
    void forgetsWhatItIsToldTo() throws IOException {
        store("rows");

        outputs.delete(KEY);

        assertThat(outputs.all()).isEmpty();
        assertThat(outputs.verify(KEY))
                .contains("%s is missing: expected output.json and a part.parquet of the size it states"
                        .formatted(outputs.home().output(UNIONS, "f1")));
    }

    private StoredOutput store(String rows) throws IOException {
        Path built = outputs.begin(UNIONS);
        Path part = Files.writeString(built.resolve(Outputs.PART), rows);
        StoredOutput output = new StoredOutput(
                "core.unions",
                "2025-03",
                "f1",
                1,
                Files.size(part),
                Hashes.ofFile(part),
                List.of(new Column("union_id", ColumnType.VARCHAR)),
                List.of(new StoredOutput.Checked("union_id is not null", "stop", "warehouse", 0, List.of())));
        outputs.store(output, built);
        return output;
    }
}
