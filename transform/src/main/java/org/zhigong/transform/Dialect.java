package org.zhigong.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words that engines do not share, each with what to write instead. */
final class Dialect {

    private static final Map<String, String> FUNCTIONS = functions();
    private static final Map<String, String> KEYWORDS = keywords();
    private static final String TODAY = "a model knows no today: the month is in run.period";

    private Dialect() {}

    /** What to write instead of the function {@code name}, if it is not portable. */
    static Optional<String> function(String name) {
        if (name.startsWith("list_") || name.startsWith("array_") || name.startsWith("map_")) {
            return Optional.of("one row per element, in a step of its own");
        }
        return Optional.ofNullable(FUNCTIONS.get(name)).or(() -> keyword(name, "("));
    }

    /** What to write instead of the keyword {@code word}, if it is not portable before {@code next}. */
    static Optional<String> keyword(String word, String next) {
        boolean isOtherWord = switch (word) {
            case "semi", "anti", "asof", "positional", "natural" -> !next.equals("join");
            case "distinct" -> !next.equals("on");
            case "by" -> !next.equals("name");
            case "similar" -> !next.equals("to");
            default -> false;
        };
        return isOtherWord ? Optional.empty() : Optional.ofNullable(KEYWORDS.get(word));
    }

    private static void put(Map<String, String> words, String instead, String... names) {
        for (String name : names) {
            words.put(name, instead);
        }
    }

    private static Map<String, String> functions() {
        Map<String, String> words = new HashMap<>();
        put(words, TODAY, "now", "today", "current_date", "getdate", "transaction_timestamp", "curdate");
        put(words, "results must not depend on chance", "random", "rand", "uuid", "gen_random_uuid", "randn");
        put(words, "sum and count, and divide once at the end", "avg", "mean", "stddev", "variance", "corr");
        put(words, "min(…) or max(…), or the row ranked first", "any_value", "first", "last", "arbitrary", "mode");
        put(words, "rank with row_number() down to a column without ties", "max_by", "min_by", "arg_max", "arg_min");
        put(
                words,
                "percentile_disc(…) within group (order by …)",
                "quantile_cont",
                "quantile",
                "quantile_disc",
                "median",
                "percentile_cont",
                "percentile",
                "approx_quantile",
                "approx_percentile");
        put(words, "count(distinct …)", "approx_count_distinct");
        put(words, "a || b, with coalesce(…, '') where one may be null", "concat");
        put(
                words,
                "compare days: cast(d + interval 15 day as date)",
                "date_diff",
                "datediff",
                "date_sub",
                "date_add",
                "dateadd",
                "datesub",
                "age",
                "add_months",
                "months_between",
                "epoch");
        put(words, "substr(cast(d as string), 1, 7) for a month", "strftime", "date_format", "to_char", "format");
        put(words, "try_cast(… as date)", "strptime", "to_date", "try_strptime");
        put(words, "coalesce(…)", "ifnull", "nvl", "isnull");
        put(words, "case when … then … else … end", "if", "iff", "decode", "nvl2");
        put(
                words,
                "like, or substr(…)",
                "starts_with",
                "startswith",
                "ends_with",
                "endswith",
                "suffix",
                "prefix",
                "regexp_matches",
                "regexp_like",
                "regexp_full_match",
                "regexp_extract",
                "rlike");
        put(words, "instr(text, part)", "strpos", "position", "charindex", "locate");
        put(words, "string_agg(…), in an order", "group_concat", "collect_list", "collect_set");
        put(
                words,
                "one row per element, in a step of its own",
                "list",
                "unnest",
                "explode",
                "struct_pack",
                "row",
                "struct",
                "map",
                "array",
                "flatten",
                "len",
                "cardinality");
        put(words, "a table of codes, or one row per month of the inputs", "generate_series", "range", "sequence");
        put(words, "a table that the model names", "read_parquet", "read_csv", "read_json", "glob", "query_table");
        return Map.copyOf(words);
    }

    private static Map<String, String> keywords() {
        Map<String, String> words = new HashMap<>();
        put(words, TODAY, "current_date", "current_timestamp", "localtimestamp", "localtime", "current_time");
        put(words, "rank in one step and filter in the next", "qualify");
        put(words, "name the columns", "exclude");
        put(words, "lower(…) like …", "ilike", "similar", "rlike", "regexp", "glob");
        put(words, "case expressions, or one step per column", "pivot", "unpivot");
        put(words, "a step of its own, joined", "lateral");
        put(words, "results must not depend on chance", "tablesample", "sample");
        put(words, "where exists (…), or where not exists (…)", "semi", "anti");
        put(words, "an inner join or left join on stated columns", "asof", "positional", "natural");
        put(words, "row_number() in one step and rank = 1 in the next", "distinct");
        put(words, "union all with the columns in order", "by");
        put(words, "rank with row_number() and filter", "limit", "offset", "fetch");
        return Map.copyOf(words);
    }
}
