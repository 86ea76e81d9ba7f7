package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;

class ModelGraphTest {

    private static final List<TableName> SOURCES =
            List.of(TableName.parse("raw.members"), TableName.parse("codes.divisions"));

    @TempDir
    private Path folder;

    private ModelFolder models;

    @BeforeEach
    void useTheFolder() {
        models = new ModelFolder(folder);
    }

    @Test
    void putsEachModelBehindWhatItReads() {
        model("core.a", "core.b");
        model("core.b", "staging.members");
        model("core.c", "codes.divisions");
        model("marts.base", "core.a");
        model("staging.members", "raw.members");

        assertThat(order().stream().map(model -> model.table().toString()))
                .containsExactly("staging.members", "core.b", "core.a", "core.c", "marts.base");
    }

    @Test
    void namesTheCircle() {
        model("core.a", "core.b");
        model("core.b", "core.c");
        model("core.c", "core.b");

        assertThatThrownBy(this::order)
                .isInstanceOf(SetupException.class)
                .hasMessage("%s: models read each other in a circle: core.b reads core.c reads core.b"
                        .formatted(models.sql("core.b")));
    }

    @Test
    void namesWhatNobodyMakesAndWhatMayHaveBeenMeant() {
        model("staging.members", "raw.membres");

        assertThatThrownBy(this::order)
                .isInstanceOf(SetupException.class)
                .hasMessage(("%s: staging.members reads raw.membres, which no model, contract or code list makes; "
                                + "did you mean raw.members?")
                        .formatted(models.sql("staging.members")));
    }

    @Test
    void refusesToReadFromALaterLayer() {
        model("staging.members", "core.a");
        model("core.a", "raw.members");

        assertThatThrownBy(this::order)
                .isInstanceOf(SetupException.class)
                .hasMessage("%s: staging.members may not read from core.a: core is a later layer"
                        .formatted(models.sql("staging.members")));
    }

    @Test
    void refusesALayerThatIsNone() {
        model("stagin.members", "raw.members");

        assertThatThrownBy(this::order)
                .hasMessage(("%s: stagin.members is in no layer: expected raw, codes, run, staging, core or marts; "
                                + "did you mean staging?")
                        .formatted(models.sql("stagin.members")));
    }

    private List<Model> order() {
        return ModelGraph.order(models.read().all(), SOURCES);
    }

    private void model(String table, String reads) {
        models.with(table, "-- One row per x.\nselect x from %s\n".formatted(reads), ModelFolder.HEAD + """
                grain: [x]
                columns:
                  x: {type: varchar, zh: 甲, en: X}
                """);
    }
}
