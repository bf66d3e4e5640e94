package io.csm.app.qbr;

import io.csm.domain.qbr.Qbr;
import java.nio.file.*;
import java.util.*;

final class Show {
    public static void main(String[] a) throws Exception {
        Path f = Path.of(a[0]);
        Map<String, Qbr> all = new LinkedHashMap<>();
        all.put("thriving", Reviews.thriving());
        all.put("falling", Reviews.falling());
        all.put("unknown", Reviews.unknown());
        all.put("wordy", Reviews.wordy());
        all.put("scripts", Reviews.scripts());
        all.put("one", Reviews.withHistory(Reviews.thriving(), Reviews.days(1)));
        all.put("sixty", Reviews.withHistory(Reviews.thriving(), Reviews.days(60)));
        for (var e : all.entrySet())
            for (QbrFormat x : QbrFormat.values()) {
                long t = System.nanoTime();
                byte[] b = QbrDocuments.of(e.getValue(), x);
                System.out.println(
                        e.getKey() + " " + x + " " + b.length + " " + (System.nanoTime() - t) / 1000000 + " ms");
                Files.write(f.resolve(e.getKey() + "." + x.extension()), b);
            }
    }
}
