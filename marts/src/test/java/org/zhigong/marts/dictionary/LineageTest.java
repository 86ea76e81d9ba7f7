package org.zhigong.marts.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.SetupException;

class LineageTest {

    @TempDir
    private Path folder;

    @Test
    void leadsFromAnIndicatorBackToTheFilesAndLeavesOutWhatEverythingReads() throws IOException {
        Lineage lineage = new Lineage(models(), Map.of("union_density", "marts.base"));

        assertThat(lineage.upstream("union_density"))
                .containsExactly("core.members", "marts.base", "raw.members", "staging.members", "union_density");
        assertThat(lineage.feeds("marts.base")).containsExactly("members");
        assertThat(lineage.depth("raw.members")).isZero();
        assertThat(lineage.depth("union_density")).isEqualTo(4);
    }

    @Test
    void drawsEachTableOnceWithALineToWhatItReads() throws IOException {
        Lineage lineage = new Lineage(models(), Map.of("union_density", "marts.base"));

        String svg = new LineagePicture(lineage, name -> "to-" + name).of("marts.base", List.of("union_density"));

        assertThat(svg).containsOnlyOnce("<title>raw.members</title>").contains("href=\"#to-union_density\"");
        assertThat(svg.split("<path", -1)).hasSize(5);
        assertThat(svg.split("<rect", -1)).hasSize(6);
    }

    @Test
    void aThingWithoutALabelStopsTheRelease() {
        assertThatThrownBy(() -> new Entry(
                        Entry.Kind.MODEL,
                        "core.members",
                        new Label("会员", "Members"),
                        List.of(),
                        new Entry.Grid(
                                List.of(new Label("字段", "Column"), new Label("名称", "Name")),
                                List.of(List.of(new Label("sex", "sex"), new Label("性别", " "))))))
                .isInstanceOf(SetupException.class)
                .hasMessage("The model core.members.sex has no label in both languages: expected a Chinese and an"
                        + " English one, found '性别' and ' '");
    }

    private List<Model> models() throws IOException {
        model("staging", "members", "select 'm' as member_id from raw.members");
        model("core", "members", "select m.member_id from staging.members as m cross join run.period as p");
        model("marts", "base", "select member_id from core.members");
        return Models.readLayer("staging", folder.resolve("staging"))
                .and(Models.readLayer("core", folder.resolve("core")))
                .and(Models.readLayer("marts", folder.resolve("marts")))
                .all();
    }

    private void model(String layer, String name, String sql) throws IOException {
        Path place = Files.createDirectories(folder.resolve(layer));
        Files.writeString(place.resolve(name + ".sql"), "-- One row per member.\n" + sql + "\n");
        Files.writeString(place.resolve(name + ".yaml"), """
                name: {zh: 会员, en: Members}
                description: {zh: 会员, en: Members.}
                grain: [member_id]
                columns:
                  member_id: {type: varchar, zh: 会员, en: Member}
                """);
    }
}
