package stiffsweep.folder;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import stiffsweep.storage.FilePublisher;
import stiffsweep.store.ColumnRoles;
import stiffsweep.store.TrialColumns;

/**
 * What one Parquet file holds. It is read and written without Hadoop's file system and without a Spark session.
 *
 * @param type the columns
 * @param roles what they are, in the words of {@link ColumnRoles}; empty in files from before there were any
 * @param rows the rows
 */
public record ParquetTable(MessageType type, String roles, List<Group> rows) implements FilePublisher.Content {

    private static final String TRIAL_ID = TrialColumns.TRIAL_ID.name();

    private static final int FEWEST_TO_COMPRESS = 256;

    /** What a writer holds in memory before it is compressed. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** Keeps a copy of the rows. */
    public ParquetTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a whole file.
     *
     * @throws NoSuchFileException if it is not there, or no longer
     * @throws DamagedFileException if it is no complete Parquet file
     */
    public static ParquetTable read(Path file) throws IOException {
        return read(file, Function.identity());
    }

    /**
     * Reads the named columns of a file.
     *
     * @param others further columns, read where the file has them
     * @throws DamagedFileException if it is no complete Parquet file, or lacks a column
     */
    static ParquetTable read(Path file, List<String> columns, Set<String> others) throws IOException {
        return read(file, type -> project(type, columns, others));
    }

    private static ParquetTable read(Path file, Function<MessageType, MessageType> projection) throws IOException {
        requireReadable(file);
        try (ParquetFileReader reader = open(file)) {
            MessageType type = projection.apply(reader.getFileMetaData().getSchema());
            reader.setRequestedSchema(type);
            return new ParquetTable(type, roles(reader.getFileMetaData()), rows(reader, type));
        } catch (FileNotFoundException e) {
            throw new NoSuchFileException(file.toString());
        } catch (EOFException | RuntimeException e) {
            throw new DamagedFileException(file, e);
        }
    }

    /** Without options, the reader would read Hadoop's configuration for each file, which takes longer than the file. */
    private static ParquetFileReader open(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        return ParquetFileReader.open(new LocalInputFile(file), options);
    }

    private static void requireReadable(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }

    /**
     * The type of a file's rows, which Parquet writes last.
     *
     * @throws DamagedFileException if it is no complete Parquet file
     */
    static MessageType type(Path file) throws IOException {
        return metadata(file).getSchema();
    }

    private static String roles(FileMetaData metadata) {
        return metadata.getKeyValueMetaData().getOrDefault(ColumnRoles.KEY, "");
    }

    private static FileMetaData metadata(Path file) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            return reader.getFileMetaData();
        } catch (EOFException | RuntimeException e) {
            throw new DamagedFileException(file, e);
        }
    }

    /**
     * Makes sure that a file is one of results.
     *
     * @throws DamagedFileException if it is no complete Parquet file, or has no trials
     */
    static void requireTrials(Path file) throws IOException {
        if (!type(file).containsField(TRIAL_ID)) {
            throw new DamagedFileException(file, new IllegalArgumentException("one without a column " + TRIAL_ID));
        }
    }

    /** Writes this table to a new file. */
    @Override
    public void write(Path file) throws IOException {
        try (ParquetWriter<Group> writer = writer(file, type, roles, rows.size() < FEWEST_TO_COMPRESS)) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
    }

    /** Writes the rows of other files of one type to a new file; one of them is in memory at a time. */
    static void merge(List<Path> sources, Path file) throws IOException {
        try (ParquetWriter<Group> writer = writer(file, type(sources.get(0)), rolesInAny(sources), false)) {
            for (Path source : sources) {
                for (Group row : read(source).rows()) {
                    writer.write(row);
                }
            }
        }
    }

    /** The roles of columns that files have in common: where code before there were roles wrote some of them, others say. */
    private static String rolesInAny(List<Path> files) throws IOException {
        for (Path file : files) {
            String roles = roles(metadata(file));
            if (!roles.isEmpty()) {
                return roles;
            }
        }
        return "";
    }

    /** @param isSmall whether dictionaries and compression would cost more than they save */
    private static ParquetWriter<Group> writer(Path file, MessageType type, String roles, boolean isSmall)
            throws IOException {
        return ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(type)
                .withExtraMetaData(roles.isEmpty() ? Map.of() : Map.of(ColumnRoles.KEY, roles))
                .withConf(new PlainParquetConfiguration())
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withCompressionCodec(isSmall ? CompressionCodecName.UNCOMPRESSED : CompressionCodecName.ZSTD)
                .withDictionaryEncoding(!isSmall)
                .build();
    }

    /** The rows that satisfy a condition. */
    ParquetTable where(Predicate<Group> condition) {
        return new ParquetTable(type, roles, rows.stream().filter(condition).toList());
    }

    private static MessageType project(MessageType type, List<String> columns, Set<String> others) {
        List<Type> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(type.getType(column)));
        others.stream().filter(type::containsField).forEach(column -> fields.add(type.getType(column)));
        return new MessageType(type.getName(), fields);
    }

    private static List<Group> rows(ParquetFileReader reader, MessageType type) throws IOException {
        MessageColumnIO columns = new ColumnIOFactory().getColumnIO(type);
        List<Group> rows = new ArrayList<>();
        PageReadStore pages = reader.readNextRowGroup();
        while (pages != null) {
            RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(type));
            for (long i = 0; i < pages.getRowCount(); i++) {
                rows.add(records.read());
            }
            pages = reader.readNextRowGroup();
        }
        return rows;
    }
}
