package io.dunlin.vocabulary;

/** Who does, approves or lifts something. */
public enum Role {
    SYSTEM,
    COLLECTOR,
    COLLECTION_MANAGER,
    CASH_APPLICATION,
    BILLING,
    SALES,
    CREDIT,
    LEGAL,
    COMPLIANCE,
    CUSTOMER
}
