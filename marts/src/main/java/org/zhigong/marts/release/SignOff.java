package org.zhigong.marts.release;

import java.util.List;
import java.util.Optional;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.SetupException;

/** The word of a named person without which some releases do not become current. */
public final class SignOff {

    private SignOff() {}

    /** The releases that wait for somebody's word, in the order of their ids. */
    public static List<Manifest> awaited(Home home) {
        History history = History.of(home);
        List<History.Event> events = history.events();
        return ReleaseFolders.ids(home).stream()
                .filter(id -> events.stream().noneMatch(event -> event.release().equals(id)))
                .flatMap(id -> ReleaseFolders.find(home, id).stream())
                .filter(Manifest::needsSignOff)
                .toList();
    }

    static boolean isAwaited(Home home, Manifest manifest) {
        return manifest.needsSignOff()
                && History.of(home).signOffOf(manifest.release()).isEmpty();
    }

    /** What has to be done for {@code manifest} to become current. */
    public static Label request(Manifest manifest) {
        String id = manifest.release();
        Revision revision = manifest.revision().orElseThrow();
        boolean needsNote = revision.needsNote();
        String who = revision.signers().isEmpty() ? "NAME" : String.join("|", revision.signers());
        String command = "zhigong sign-off %s --by '%s'%s".formatted(id, who, needsNote ? " --note TEXT" : "");
        return new Label(
                "发布 %s 待签发%s，当前发布不变；签发命令：%s"
                        .formatted(id, needsNote ? "，并须说明为何修订 %d 个最终数".formatted(revision.finals()) : "", command),
                "Release %s waits to be signed off%s; the current one stays. '%s' makes it current"
                        .formatted(
                                id,
                                needsNote
                                        ? " with a note on why %d final figures change".formatted(revision.finals())
                                        : "",
                                command));
    }

    private static String waiting(Home home) {
        List<String> waiting = awaited(home).stream().map(Manifest::release).toList();
        return waiting.isEmpty() ? "none waits to be signed off" : "those that wait to be signed off are " + waiting;
    }

    /** @throws SetupException naming the releases that wait, if there is no {@code id} */
    static void requireKnown(Home home, String id) {
        if (!ReleaseFolders.ids(home).contains(id)) {
            throw new SetupException("There is no release %s; %s".formatted(id, waiting(home)));
        }
    }

    /** @throws SetupException unless {@code by} may sign {@code manifest} off now */
    static void require(Home home, Manifest manifest, String by, String note) {
        String id = manifest.release();
        if (!manifest.needsSignOff()) {
            throw new SetupException("Release %s needs no sign-off; %s".formatted(id, waiting(home)));
        }
        Optional<History.Event> before = History.of(home).signOffOf(id);
        if (before.isPresent()) {
            throw new SetupException("Release %s was signed off already, by %s at %s"
                    .formatted(id, before.get().by().orElse(""), before.get().at()));
        }
        Revision revision = manifest.revision().orElseThrow();
        if (by.isEmpty()) {
            throw new SetupException("Cannot sign release %s off without a name: it is kept".formatted(id));
        }
        if (!revision.signers().isEmpty() && !revision.signers().contains(by)) {
            throw new SetupException(
                    "'%s' may not sign release %s off: expected one of %s, as parameters.yaml says under publication.sign_off_by"
                            .formatted(by, id, revision.signers()));
        }
        if (revision.needsNote() && note.isEmpty()) {
            throw new SetupException(
                    "Cannot sign release %s off without a note: it changes %d final figures, and --note has to say why. %s lists them"
                            .formatted(id, revision.finals(), home.release(id).resolve(ReleaseNotes.FILE)));
        }
    }
}
