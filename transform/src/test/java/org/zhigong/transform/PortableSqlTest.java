package org.zhigong.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortableSqlTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '#', textBlock = """
            avg(paid)                              => avg          => sum and count, and divide once at the end
            any_value(name)                        => any_value    => min(…) or max(…), or the row ranked first
            quantile_cont(paid, 0.5)               => quantile_cont => percentile_disc(…) within group (order by …)
            concat(a, b)                           => concat       => a || b, with coalesce(…, '') where one may be null
            date_diff('day', a, b)                 => date_diff    => compare days: cast(d + interval 15 day as date)
            list_sum(paid)                         => list_sum     => one row per element, in a step of its own
            opened_on > current_date               => current_date => a model knows no today: the month is in run.period
            now()                                  => now          => a model knows no today: the month is in run.period
            random()                               => random       => results must not depend on chance
            name ilike 'a%'                        => ilike        => lower(…) like …
            a // b                                 => //           => whole division is cast((a - a % b) / nullif(b, 0) as bigint)
            a / b                                  => /            => divide by nullif(…, 0): a division by zero is infinite here and an error there
            "a" = 1                                => "a"          => names are lower-case words without quotes
            cast(a as varchar)                     => varchar      => cast to string, bigint, double, boolean or date
            a::hugeint                             => hugeint      => cast to string, bigint, double, boolean or date
            a[1] = 2                               => [            => engines do not share this sign
            name = 'it''s'                         => 'it''s'      => no backslash and no quote inside a text: engines read them differently
            row_number() over (partition by a)     => row_number   => say the order inside over (…), down to a column that no two rows share
            lag(a, 1) over (partition by b)        => lag          => say the order inside over (…), down to a column that no two rows share
            """)
    void saysWhatToWriteInstead(String expression, String found, String instead) {
        assertThat(PortableSql.inExpression(expression))
                .filteredOn(finding -> finding.found().equals(found))
                .containsExactly(new PortableSql.Finding(1, found, instead));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cast(sum(paid) as bigint) / nullif(count(*), 0)",
                "replace(name, 'a', 'b') || coalesce(code, '')",
                "a is not distinct from b and extract(year from opened_on) = 2025",
                "count(distinct employer_id) filter (where paid > 0)",
                "row_number() over (partition by a order by b desc, c desc nulls last, d nulls last)",
                "percentile_disc(0.5) within group (order by paid nulls last)",
                "opened_on::date < cast(closed_on + interval 15 day as date)",
                "sum(paid) over (partition by a order by b nulls last rows between 2 preceding and current row)",
                "(a - a % 100) / 100 > -1",
                "name = 'now() is \"here\"; avg(x) // 2'",
            })
    void acceptsWhatAllEnginesShare(String expression) {
        assertThat(PortableSql.inExpression(expression)).isEmpty();
    }

    @Test
    void refusesAnAscendingOrderThatDoesNotSayWhereNullsStand() {
        assertThat(PortableSql.inExpression("rank() over (order by a desc, lower(b), c nulls first)"))
                .containsExactly(new PortableSql.Finding(1, "order by … )", "say nulls last, or desc"));
    }

    @Test
    void readsTheStepsAndTheTablesOfAModel() {
        List<SqlToken> tokens = SqlTokens.of("""
                -- One row per x, from nowhere.
                with
                a as (select * from raw.members where flags is null),
                b as (select a.id, d.x from a, codes.divisions d /* from core.no */)
                select b.id, extract(year from b.on) as y
                from b
                left join core.unions u on u.id is distinct from b.id
                where exists (select 1 from staging.members m where m.id = b.id)
                """);

        assertThat(SqlReferences.of(tokens).stream().map(SqlReferences.Reference::name))
                .containsExactly("raw.members", "a", "codes.divisions", "b", "core.unions", "staging.members");
        assertThat(PortableSql.inModel(tokens)).isEmpty();
    }

    @Test
    void namesTheLineOfEverythingThatAModelMayNotSay() {
        List<SqlToken> tokens = SqlTokens.of("""
                -- One row per x.
                with
                a as (select * from raw.members join codes.sex using (sex)),
                b as (select a.* from a qualify row_number() over (order by x desc) = 1)
                select * from c
                order by 1;
                """);

        assertThat(PortableSql.inModel(tokens))
                .extracting(PortableSql.Finding::line, PortableSql.Finding::found)
                .containsExactly(
                        tuple(5, "from c"),
                        tuple(3, "*"),
                        tuple(4, "*"),
                        tuple(4, "qualify"),
                        tuple(5, "*"),
                        tuple(6, ";"),
                        tuple(6, "order by"));
    }

    @Test
    void theChecksAroundEveryModelArePortable() {
        assertThat(Models.readLayers(Path.of("models")).all())
                .flatExtracting(model -> PortableSql.inStatement(ModelSql.checked(model, "checks.output")))
                .isEmpty();
    }

    @Test
    void aStatementThatAProgramMadeMayLeaveColumnsUnnamed() {
        assertThat(PortableSql.inStatement("select * from (select *, now() as at from core.unions) as u"))
                .extracting(PortableSql.Finding::found)
                .containsExactly("now");
    }
}
