package io.dunlin.study;

import io.dunlin.simulation.Packed;
import io.dunlin.simulation.Tallies;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** What customers came to that were played. */
@Entity
@Immutable
@Table(name = "study_parts")
@IdClass(WorkRow.Key.class)
public class PartRow extends PanacheEntityBase {
    @Id
    public String study;

    @Id
    public int part;

    public byte[] tallies;

    static void keep(String study, int part, Tallies tallies) {
        var row = new PartRow();
        row.study = study;
        row.part = part;
        row.tallies = Packing.packed(Packed.of(tallies));
        row.persist();
    }

    static List<Integer> parts(String study) {
        return getEntityManager()
                .createQuery("select part from PartRow where study = :study order by part", Integer.class)
                .setParameter("study", study)
                .getResultList();
    }

    static Tallies tallies(String study, int part) {
        PartRow row = findById(new WorkRow.Key(study, part));
        return Packed.tallies(Packing.unpacked(row.tallies));
    }
}
