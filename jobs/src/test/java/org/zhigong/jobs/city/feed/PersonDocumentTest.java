package org.zhigong.jobs.city.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PersonDocumentTest {

    @Test
    void residentNumbersStandInAreasThatWereNeverIssuedAndPassTheirCheck() {
        LongStream.range(0, 20_000).mapToObj(n -> PersonDocument.of(n * 4_999)).forEach(document -> {
            if (document.docType().equals("ID")) {
                assertThat(document.docNo()).matches("11999\\d(19|20)\\d{9}[\\dX]");
                assertThat(document.docNo().substring(6, 14)).isEqualTo(String.valueOf(document.birthOn()));
                assertThat(document.docNo().charAt(16) % 2)
                        .isEqualTo(document.sex().equals("1") ? 1 : 0);
                assertThat(checkSum(document.docNo())).isEqualTo(1);
            } else {
                assertThat(document.docNo()).matches("SYN\\d{9}");
            }
        });
    }

    @Test
    void noTwoPersonsShareADocument() {
        Set<String> seen = new HashSet<>();
        LongStream.range(0, 200_000).forEach(n -> seen.add(PersonDocument.of(n).docNo()));

        assertThat(seen).hasSize(200_000);
    }

    @Test
    void refusesNumbersBeyondThePersonsThatCanBe() {
        long beyond = 2 * PersonDocument.capacity();

        assertThatThrownBy(() -> PersonDocument.of(beyond))
                .hasMessage("Invalid person number %d: at most %d persons can have a document"
                        .formatted(beyond, PersonDocument.capacity()));
    }

    private static int checkSum(String number) {
        int sum = 0;
        int weight = 1;
        for (int i = 17; i >= 0; i--) {
            int value = number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0';
            sum += value * weight;
            weight = weight * 2 % 11;
        }
        return sum % 11;
    }
}
