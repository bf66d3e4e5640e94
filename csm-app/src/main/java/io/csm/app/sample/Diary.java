package io.csm.app.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened with an account, and when: the same whichever month looks back on it.
 *
 * @param conversations days on which somebody talked with the customer, the first of them the start, in order
 * @param answers to satisfaction surveys, in order
 * @param escalations days on which a ticket was escalated, in order
 */
record Diary(List<LocalDate> conversations, List<Answer> answers, List<LocalDate> escalations) {

    private static final int SURVEYS_APART_MONTHS = 5;
    private static final int NPS_LASTS_DAYS = 180;
    private static final int ESCALATIONS_LAST_DAYS = 90;

    /**
     * One answer to the question whether people would recommend the product.
     *
     * @param on the day
     * @param score 0 to 10
     */
    record Answer(LocalDate on, int score) {}

    static Diary of(Role role, Contract contract, Life life, Year year) {
        return new Diary(
                conversations(role, contract, life, year),
                answers(role, contract, life, year),
                escalations(role, contract, life, year));
    }

    /** The last day somebody talked with the customer, before that day or on the day it started. */
    LocalDate lastConversation(LocalDate day) {
        LocalDate last = conversations.get(0);
        for (LocalDate conversation : conversations) {
            last = conversation.isBefore(day) ? conversation : last;
        }
        return last;
    }

    /** The last answer before that day that is not out of date. */
    Optional<Answer> lastAnswer(LocalDate day) {
        return answers.stream()
                .filter(answer -> isWithin(answer.on(), day, NPS_LASTS_DAYS))
                .reduce((earlier, later) -> later);
    }

    long escalationsBefore(LocalDate day) {
        return escalations.stream()
                .filter(on -> isWithin(on, day, ESCALATIONS_LAST_DAYS))
                .count();
    }

    private static boolean isWithin(LocalDate on, LocalDate day, int days) {
        return on.isBefore(day) && !on.isBefore(day.minusDays(days));
    }

    /** People talk when enough has gathered since the last time; it gathers slowly where the relationship is poor. */
    private static List<LocalDate> conversations(Role role, Contract contract, Life life, Year year) {
        Dice dice = role.dice("conversations");
        double gathered = dice.between(0, 1);
        double enough = dice.between(0.7, 1.3);
        List<LocalDate> days = new ArrayList<>(List.of(contract.startedOn()));
        for (int month = Year.BEFORE + 1; month < Year.MONTHS; month++) {
            double distance = 1 - life.in(month).relationship();
            double apart = (8 + 190 * distance * distance) * role.plan().silence();
            for (LocalDate day = year.day(month - 1); day.isBefore(year.day(month)); day = day.plusDays(1)) {
                gathered += 1 / apart;
                if (gathered >= enough && day.isAfter(contract.startedOn())) {
                    days.add(day);
                    gathered = 0;
                    enough = dice.between(0.7, 1.3);
                }
            }
        }
        return List.copyOf(days);
    }

    private static List<Answer> answers(Role role, Contract contract, Life life, Year year) {
        Dice dice = role.dice("answers");
        boolean neverAnswers = dice.chance(role.plan() == Plan.STARTER ? 0.3 : 0.12);
        List<Answer> answers = new ArrayList<>();
        for (int month = Year.BEFORE + dice.whole(1, SURVEYS_APART_MONTHS);
                month < Year.MONTHS;
                month += SURVEYS_APART_MONTHS + dice.whole(0, 1)) {
            LocalDate on = year.within(month, dice);
            Condition condition = life.in(month);
            double mood = 0.2 * condition.usage() + 0.5 * condition.relationship() + 0.3 * condition.calm();
            long score = Math.round(11.5 * mood + 0.9 * dice.gaussian());
            boolean answered = dice.chance(0.45 + 0.5 * condition.relationship()) && !neverAnswers;
            if (answered && on.isAfter(contract.startedOn().plusDays(30))) {
                answers.add(new Answer(on, (int) Math.max(0, Math.min(10, score))));
            }
        }
        return List.copyOf(answers);
    }

    private static List<LocalDate> escalations(Role role, Contract contract, Life life, Year year) {
        Dice dice = role.dice("escalations");
        List<LocalDate> days = new ArrayList<>();
        for (int month = Year.BEFORE + 1; month < Year.MONTHS; month++) {
            double trouble = 1 - life.in(month).calm();
            for (int chance = 0; chance < 2; chance++) {
                LocalDate on = year.within(month, dice);
                if (dice.chance(1.3 * trouble * trouble) && on.isAfter(contract.startedOn())) {
                    days.add(on);
                }
            }
        }
        return days.stream().sorted().toList();
    }
}
