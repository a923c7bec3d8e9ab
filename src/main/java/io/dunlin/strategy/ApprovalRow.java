package io.dunlin.strategy;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A second person's word that a version may go live, and how much of the book it may change. */
@Entity
@Immutable
@Table(name = "strategy_approvals")
public class ApprovalRow extends WordGiven {
    public String name;

    static List<ApprovalRow> of(String name, String version) {
        return list("name = ?1 and version = ?2 order by id", name, version);
    }

    static List<ApprovalRow> all(String name) {
        return list("name = ?1 order by id desc", name);
    }
}
