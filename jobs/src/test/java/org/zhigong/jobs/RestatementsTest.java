package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a month that was delivered again says otherwise. */
class RestatementsTest {

    private static final String HEADCOUNT = "统一社会信用代码,统计月份,职工人数,女职工,工资总额(元)\n";
    private static final String MEMBERS = "姓名,证件类型,证件号码,单位统一社会信用代码,工会编号,入会日期,会员状态,学历,更新日期\n";

    @TempDir
    private Path folder;

    @Test
    void sayRowByRowWhatWasAddedRemovedAndChangedAndShowNothingOfPersons() throws IOException {
        Workplace place = new Workplace(folder);
        deliver(place, "headcount/headcount_110000_202503_20250408.csv", HEADCOUNT + """
                91119990MA00010015,2025-03,120,50,960000.00
                91119990MA00010028,2025-03,7,3,40000.00
                """);
        deliver(place, "headcount/headcount_110000_202503_20250420.csv", HEADCOUNT + """
                91119990MA0001003B,2025-03,9,0,800000.00
                91119990MA00010015,2025-03,121,50,970000.00
                """);
        deliver(place, "members/members_110105_202503_20250408.csv", MEMBERS + """
                仿蘅霁,ID,119990199003070011,91119990MA00010015,GH0000000001,2020-05-01,1,21,2025-03-01
                """);
        deliver(place, "members/members_110105_202503_20250420.csv", MEMBERS + """
                仿蘅霁,ID,119990199003070011,91119990MA00010015,GH0000000001,2020-06-01,1,31,2025-03-01
                """);
        place.zhigong("ingest", "--inbox", place.inbox).ending(0);

        assertThat(lines(place.zhigong("restatements", "--feed", "headcount", "--format", "csv")))
                .isEqualTo("""
                        feed,deliverer,period,file_before,file,change,row_before,row,key,column_name,column_zh,value_before,value
                        headcount,110000,2025-03,headcount_110000_202503_20250408.csv,headcount_110000_202503_20250420.csv,added,,1,91119990MA0001003B,,,,
                        headcount,110000,2025-03,headcount_110000_202503_20250408.csv,headcount_110000_202503_20250420.csv,changed,1,2,91119990MA00010015,headcount,职工人数,120,121
                        headcount,110000,2025-03,headcount_110000_202503_20250408.csv,headcount_110000_202503_20250420.csv,changed,1,2,91119990MA00010015,payroll_fen,工资总额(元),96000000,97000000
                        headcount,110000,2025-03,headcount_110000_202503_20250408.csv,headcount_110000_202503_20250420.csv,removed,2,,91119990MA00010028,,,,
                        """);
        assertThat(lines(place.zhigong("restatements", "--deliverer", "110105", "--format", "csv")))
                .contains("changed,1,1,GH0000000001,education,学历,…,…")
                .contains("changed,1,1,GH0000000001,joined_on,入会日期,…,…");
        assertThat(lines(place.zhigong("restatements", "--period", "2025-03", "--summary", "--format", "csv")))
                .isEqualTo("""
                        feed,deliverer,period,file_before,file,added,removed,changed
                        headcount,110000,2025-03,headcount_110000_202503_20250408.csv,headcount_110000_202503_20250420.csv,1,1,1
                        members,110105,2025-03,members_110105_202503_20250408.csv,members_110105_202503_20250420.csv,0,0,1
                        """);
        assertThat(place.zhigong("restatements", "--feed", "headcounts")
                        .ending(2)
                        .err())
                .contains("Unknown feed 'headcounts'; did you mean headcount?; there are [");
    }

    private static void deliver(Workplace place, String name, String text) throws IOException {
        Path file = place.inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String lines(Workplace.Outcome outcome) {
        return outcome.ending(0).out().replace("\r\n", "\n");
    }
}
