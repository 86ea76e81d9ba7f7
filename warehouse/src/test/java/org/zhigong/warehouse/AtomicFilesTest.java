package org.zhigong.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    private static final Path FULL_DEVICE = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @Test
    void aFullDiskLeavesTheOldTextAndSaysWhatToDo() throws IOException {
        Path target = folder.resolve("HEAD");
        IOException full = new FileSystemException(target.toString(), null, "No space left on device");

        assertThat(AtomicFiles.failed("write", target, full))
                .isInstanceOf(SetupException.class)
                .hasMessage(fullDisk(target));
    }

    @Test
    @EnabledIf("thereIsAFullDevice")
    void onADeviceThatIsReallyFullTheOldTextStands() throws IOException {
        Path target = folder.resolve("HEAD");
        AtomicFiles.replace(target, "old");
        Files.createSymbolicLink(folder.resolve("HEAD.new"), FULL_DEVICE);

        assertThatThrownBy(() -> AtomicFiles.replace(target, "new"))
                .isInstanceOf(SetupException.class)
                .hasMessage(fullDisk(target));

        assertThat(target).hasContent("old");
    }

    @Test
    void aFolderThatIsThereAlreadyIsKept() throws IOException {
        Path first = folderWith("first", "1");
        Path second = folderWith("second", "1");
        Path target = folder.resolve("deep/target");

        AtomicFiles.publishFolder(first, target);
        AtomicFiles.publishFolder(second, target);

        assertThat(target.resolve("file")).hasContent("1");
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
    }

    @Test
    void deletingALinkLeavesWhatItPointsTo() throws IOException {
        Path kept = folderWith("kept", "1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), kept);

        AtomicFiles.delete(link);

        assertThat(kept.resolve("file")).hasContent("1");
    }

    static boolean thereIsAFullDevice() {
        boolean there = Files.isWritable(FULL_DEVICE);
        if (!there) {
            System.err.println("Skipped: this system has no " + FULL_DEVICE + " to fill a disk with");
        }
        return there;
    }

    private static String fullDisk(Path target) {
        return ("Cannot write %s: the disk is full (No space left on device). Nothing half done is visible; free some"
                        + " space and run again")
                .formatted(target);
    }

    private Path folderWith(String name, String text) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("file"), text);
        return made;
    }
}
