package io.csm.adapter.notion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on a page below its properties, written in as many calls as Notion's limits ask for. */
final class PageBody {

    static final int MOST_BLOCKS = 100;

    /** Notion takes 500 KB; the rest is for properties. */
    static final int MOST_BYTES = 400_000;

    private final NotionLink link;
    private final Attempts attempts;

    PageBody(NotionLink link, Attempts attempts) {
        this.link = link;
        this.attempts = attempts;
    }

    /** As many of the first blocks as one call may carry. */
    static List<PageBlock> firstOf(List<PageBlock> blocks) {
        int bytes = 0;
        int count = 0;
        while (count < Math.min(MOST_BLOCKS, blocks.size())) {
            bytes += blocks.get(count).bytes();
            if (count > 0 && bytes > MOST_BYTES) {
                break;
            }
            count++;
        }
        return blocks.subList(0, count);
    }

    /** Leaves exactly these blocks on the page; those at the beginning that are the same already are not touched. */
    void replace(Pages.Place place, List<PageBlock> blocks) {
        List<Child> there = children(place);
        int same = sameAtBeginning(there, blocks);
        for (Child child : there.subList(same, there.size())) {
            attempts.of(() -> delete(place, child));
        }
        append(place, blocks, same);
    }

    /** Completes a page whose writing was interrupted; a page that people have changed stays as it is. */
    void complete(Pages.Place place, List<PageBlock> blocks) {
        if (firstOf(blocks).size() == blocks.size()) {
            return; // it was created in one call
        }
        List<Child> there = children(place);
        if (sameAtBeginning(there, blocks) == there.size()) {
            append(place, blocks, there.size());
        }
    }

    /** Appends the blocks from that one on. */
    void append(Pages.Place place, List<PageBlock> blocks, int from) {
        int next = from;
        while (next < blocks.size()) {
            List<PageBlock> part = firstOf(blocks.subList(next, blocks.size()));
            int after = next + part.size();
            attempts.counted(attempt -> appendUnlessThere(place, part, after, attempt));
            next = after;
        }
    }

    // An append that failed may have been carried out; Notion does all of a call or nothing.
    private boolean appendUnlessThere(Pages.Place place, List<PageBlock> part, int after, int attempt) {
        if (attempt > 1 && childrenOnce(place).size() >= after) {
            return false;
        }
        link.append(place.source(), place.page(), part);
        return true;
    }

    private boolean delete(Pages.Place place, Child child) {
        try {
            link.delete(place.source(), child.id());
            return true;
        } catch (Refusal refusal) {
            if (refusal.saysGone()) {
                return false;
            }
            throw refusal;
        }
    }

    private List<Child> children(Pages.Place place) {
        return attempts.of(() -> childrenOnce(place));
    }

    private List<Child> childrenOnce(Pages.Place place) {
        List<Child> children = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode answer = link.children(place.source(), place.page(), cursor);
            answer.path("results").forEach(block -> children.add(NotionLink.child(block)));
            Optional<String> next = Optional.of(answer.path("next_cursor").asText(""))
                    .filter(name -> answer.path("has_more").asBoolean() && !name.isEmpty());
            cursor = Pages.moved(cursor, next);
        } while (cursor.isPresent());
        return children;
    }

    private static int sameAtBeginning(List<Child> there, List<PageBlock> blocks) {
        int same = 0;
        while (same < there.size() && same < blocks.size() && there.get(same).says(blocks.get(same))) {
            same++;
        }
        return same;
    }
}
