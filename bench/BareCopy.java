import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Copies every delimited file of an inbox to Parquet as text, one after the other, with the engine and nothing else. */
final class BareCopy {

    private BareCopy() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path inbox = Path.of(arguments[0]);
        Path to = Files.createDirectories(Path.of(arguments[1]));
        List<Path> files;
        try (Stream<Path> paths = Files.walk(inbox)) {
            files = paths.filter(path -> path.toString().matches(".*\\.(csv|txt)")).sorted().toList();
        }
        long bytes = 0;
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute("set memory_limit = '" + arguments[2] + "MiB'");
            statement.execute("set preserve_insertion_order = true");
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                boolean isTax = file.getFileName().toString().endsWith(".txt");
                // The engine alone reads UTF-8; what an office sends otherwise is brought into that form first.
                Path plain = isTax ? inUtf8(file, to) : file;
                statement.execute(("copy (select * from read_csv('%s', all_varchar = true, header = %s, delim = '%s', quote = '\"',"
                                + " escape = '\"', strict_mode = false, null_padding = true, parallel = true))"
                                + " to '%s/%d.parquet' (format parquet, compression zstd)")
                        .formatted(plain, !isTax, isTax ? "|" : ",", to, i));
                bytes += Files.size(file);
            }
        }
        System.out.printf("{\"files\":%d,\"bytes\":%d}%n", files.size(), bytes);
    }

    private static Path inUtf8(Path file, Path to) throws IOException {
        Path plain = to.resolve("plain.txt");
        Files.writeString(plain, Files.readString(file, Charset.forName("GB18030")));
        return plain;
    }
}
