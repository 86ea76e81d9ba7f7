import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds every released figure against the truth that the city was invented with; ends with 1 where one differs. */
final class Answers {

    private static final String KEYS =
            "indicator, period, place_scheme, place_level, place, breakdown, breakdown_value, category";

    private Answers() {}

    public static void main(String[] arguments) throws SQLException {
        String sql =
                """
                with truth as (select * from read_parquet('%s')),
                released as (select * from read_parquet('%s')),
                both_sides as (
                    select truth.indicator as in_truth, released.indicator as in_release,
                        truth.protection = 'open' as is_open,
                        truth.numerator is not distinct from released.numerator
                            and truth.denominator is not distinct from released.denominator
                            and (truth.value is not distinct from released.value
                                or abs(truth.value - released.value) <= 1e-12 * greatest(1, abs(truth.value)))
                            and truth.status is not distinct from released.status as says_the_same,
                        truth.protection is not distinct from released.protection as is_protected_alike,
                        released.numerator is null and released.value is null as says_nothing,
                        coalesce(truth.numerator, released.numerator, 0) = 0
                            and coalesce(truth.denominator, released.denominator, 0) = 0 as is_of_nothing
                    from truth full outer join released using (%s)
                )
                select count(*) filter (where in_truth is not null and in_release is not null) as compared,
                    count(*) filter (where (in_truth is null or in_release is null) and not is_of_nothing) as missing,
                    count(*) filter (where in_truth is not null and in_release is not null
                        and not (is_protected_alike and case when is_open then says_the_same else says_nothing end))
                        as different
                from both_sides"""
                        .formatted(arguments[0], arguments[1], KEYS);
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            long compared = found.getLong("compared");
            long wrong = found.getLong("missing") + found.getLong("different");
            System.out.printf("%d released figures compared with the truth, %d differ or are missing%n", compared, wrong);
            if (compared == 0 || wrong > 0) {
                System.err.println("Answers: the release does not say what is true; nothing was measured");
                System.exit(1);
            }
        }
    }
}
