package io.dunlin.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A piece of a file as it was sent: any instance can read it, wherever it came in. */
@Entity
@Immutable
@Table(name = "study_uploads")
@IdClass(UploadRow.Key.class)
public class UploadRow extends PanacheEntityBase {
    private static final int PIECE = 1 << 20;

    public record Key(String study, String name, int piece) implements Serializable {}

    @Id
    public String study;

    @Id
    public String name;

    @Id
    public int piece;

    public byte[] body;

    /** Piece by piece, so that no more than one is on the heap. */
    static void keep(String study, String name, InputStream in) throws IOException {
        int number = 0;
        for (var bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
            var row = new UploadRow();
            row.study = study;
            row.name = name;
            row.piece = number++;
            row.body = bytes;
            row.persistAndFlush();
            getEntityManager().detach(row);
        }
    }

    static void write(String study, String name, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            UploadRow row = findById(new Key(study, name, number));
            if (row == null) {
                return;
            }
            out.write(row.body);
            getEntityManager().detach(row);
        }
    }
}
