package org.zhigong.marts.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;

class PublicationRulesTest {

    @Test
    void nobodySignsNothingIsDueAndFiguresAreFinalAfterAYearWhereNothingIsSaid() {
        assertThat(PublicationRules.of(JsonNodeFactory.instance.objectNode())).isEqualTo(PublicationRules.DEFAULT);
        assertThat(PublicationRules.DEFAULT).isEqualTo(new PublicationRules(List.of(), 12, OptionalInt.empty()));
        assertThat(PublicationRules.DEFAULT.due(LocalDate.of(2026, 1, 31))).isEmpty();
    }

    @Test
    void whatAFederationSaysHolds() {
        PublicationRules rules =
                rules("{'sign_off_by': ['Director A', ' Director B '], 'final_after_months': 3, 'deadline_day': 20}");

        assertThat(rules).isEqualTo(new PublicationRules(List.of("Director A", "Director B"), 3, OptionalInt.of(20)));
        assertThat(rules.finalBefore(YearMonth.of(2025, 12))).isEqualTo(LocalDate.of(2025, 10, 1));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-20, 2025-11, 2025-12-20", "2026-01-21, 2025-12, 2026-01-20", "2025-12-31, 2025-11, 2025-12-20"
    })
    void aMonthIsDueOnceItsDeadlineHasPassed(LocalDate today, YearMonth due, LocalDate deadline) {
        PublicationRules rules = rules("{'deadline_day': 20}");

        assertThat(rules.due(today)).contains(due);
        assertThat(rules.deadlineOf(due)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'sign_off': true}; publication: unknown key 'sign_off': expected one of [sign_off_by, final_after_months, deadline_day]",
                "[1]; publication: expected a mapping with [sign_off_by, final_after_months, deadline_day], found [1]",
                "{'sign_off_by': 'A'}; publication.sign_off_by: expected a list of the names of those who may sign off, found \"A\"",
                "{'sign_off_by': []}; publication.sign_off_by: expected a list of the names of those who may sign off, found []",
                "{'deadline_day': 31}; publication.deadline_day: expected a whole number from 1 to 28, found 31",
                "{'final_after_months': 'x'}; publication.final_after_months: expected a whole number from 0 to 120, found \"x\""
            })
    void whatCannotBeMeantIsRefused(String said, String message) {
        assertThatThrownBy(() -> rules(said))
                .isInstanceOf(SetupException.class)
                .hasMessage("parameters.yaml: " + message);
    }

    private static PublicationRules rules(String said) {
        JsonNode node = Json.parse(said.replace('\'', '"'), new com.fasterxml.jackson.core.type.TypeReference<>() {});
        return PublicationRules.of(JsonNodeFactory.instance.objectNode().set("publication", node));
    }
}
