package io.csm.app.sample;

import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers of the diary to the question whether people would recommend the product. */
final class Surveys {

    private static final String SURVEY = "survey";

    private Surveys() {}

    static List<Event> of(LastMonth last) {
        List<Event> events = new ArrayList<>();
        for (Diary.Answer answer : last.customer().diary().answers()) {
            if (answer.on().isBefore(last.day())) {
                events.add(new Event(
                        last.id(SURVEY, "answer", events.size()),
                        StandardEvents.NPS_ANSWER,
                        last.account(),
                        Year.at(answer.on(), 11, 0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of((long) answer.score()),
                        "{}"));
            }
        }
        return List.copyOf(events);
    }
}
