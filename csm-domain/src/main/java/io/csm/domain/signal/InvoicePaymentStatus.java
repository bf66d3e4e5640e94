package io.csm.domain.signal;

/** How late the oldest unpaid invoice is. */
public enum InvoicePaymentStatus implements Choice {
    CURRENT("current"),
    OVERDUE_30("overdue_30"),
    OVERDUE_60("overdue_60"),
    OVERDUE_90_PLUS("overdue_90_plus");

    private final String code;

    InvoicePaymentStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
