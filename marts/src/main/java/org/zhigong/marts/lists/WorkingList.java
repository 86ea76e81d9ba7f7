package org.zhigong.marts.lists;

import java.util.List;
import java.util.Optional;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;

/**
 * A working list: a model of {@code marts/lists} that no release holds.
 *
 * @param model its SQL and columns
 * @param purpose what it is for
 * @param legalBasis why it may be
 * @param roles who may be given it
 * @param unit the column with the reporting unit of a row
 * @param days how far it may look ahead, if it does
 */
public record WorkingList(
        Model model, Label purpose, Label legalBasis, List<String> roles, String unit, Optional<Days> days) {

    /** A number of days that whoever asks may choose. */
    public record Days(long least, long most, long usual) {}

    public WorkingList {
        roles = List.copyOf(roles);
    }

    /** Its name in commands. */
    public String name() {
        return model.table().name();
    }
}
