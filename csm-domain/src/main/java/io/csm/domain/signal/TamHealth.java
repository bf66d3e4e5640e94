package io.csm.domain.signal;

/** The health that the technical account manager reports. */
public enum TamHealth implements Choice {
    GREEN("GREEN"),
    AMBER("AMBER"),
    RED("RED");

    private final String code;

    TamHealth(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
