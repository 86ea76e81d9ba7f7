package org.zhigong.jobs.city.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetXmlTest {

    @Test
    void numbersAndDaysAreWhatASpreadsheetKeepsAndAllElseIsText() {
        SheetXml xml = new SheetXml();

        assertThat(xml.row(7, List.of("12", "2020-05-01", "2023-02-30", "1900-01-01", "007", "", "甲&")))
                .isEqualTo("<row r=\"7\"><c r=\"A7\"><v>12</v></c><c r=\"B7\" s=\"1\"><v>43952</v></c>"
                        + "<c r=\"C7\" t=\"s\"><v>0</v></c><c r=\"D7\" t=\"s\"><v>1</v></c>"
                        + "<c r=\"E7\" t=\"s\"><v>2</v></c><c r=\"G7\" t=\"s\"><v>3</v></c></row>");
        assertThat(xml.sharedTexts())
                .isEqualTo(
                        "<si><t xml:space=\"preserve\">2023-02-30</t></si><si><t xml:space=\"preserve\">1900-01-01</t></si>"
                                + "<si><t xml:space=\"preserve\">007</t></si><si><t xml:space=\"preserve\">甲&amp;</t></si>");
    }
}
