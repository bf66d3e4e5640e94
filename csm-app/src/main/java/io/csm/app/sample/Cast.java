package io.csm.app.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives each of the two hundred accounts its part. */
final class Cast {

    /** In every ten accounts, so many of each plan. */
    private static final List<Plan> PLANS = List.of(
            Plan.STARTER,
            Plan.BUSINESS,
            Plan.ENTERPRISE,
            Plan.BUSINESS,
            Plan.STARTER,
            Plan.BUSINESS,
            Plan.BUSINESS,
            Plan.ENTERPRISE,
            Plan.STARTER,
            Plan.BUSINESS);

    private Cast() {}

    /** The parts written by hand, so that there are large accounts with a story to tell; the rest is left to chance. */
    private static List<Role> leads(List<Integer> numbers) {
        return List.of(
                new Role(numbers.get(0), Plan.ENTERPRISE, 2_640, 41, Story.CHAMPION_LEFT, 5, 0.94),
                new Role(numbers.get(1), Plan.ENTERPRISE, 1_850, 133, Story.RECOVERY, 4, 1.0),
                new Role(numbers.get(2), Plan.ENTERPRISE, 1_420, 57, Story.SLOW_DECLINE, 1, 0.95),
                new Role(numbers.get(3), Plan.ENTERPRISE, 1_980, 52, Story.SUPPORT_TROUBLE, 10, 1.0),
                new Role(numbers.get(4), Plan.ENTERPRISE, 960, 34, Story.PAYMENT_TROUBLE, 8, 1.0));
    }

    static List<Role> all() {
        List<Integer> numbers = shuffledNumbers();
        List<Role> roles = new ArrayList<>(leads(numbers));
        Map<Story, Integer> cast = new EnumMap<>(Story.class);
        roles.forEach(lead -> cast.merge(lead.story(), 1, Integer::sum));
        for (Story story : Story.values()) {
            for (int nth = cast.getOrDefault(story, 0); nth < story.accounts(); nth++) {
                roles.add(byChance(numbers.get(roles.size()), PLANS.get(roles.size() % PLANS.size()), story, nth));
            }
        }
        return List.copyOf(roles);
    }

    private static Role byChance(int number, Plan plan, Story story, int nth) {
        Dice dice = Dice.of(number, "role");
        int days = dice.whole(-8, 356);
        return new Role(
                number,
                plan,
                plan.seats(dice),
                days < 0 ? 4 * days : days,
                story,
                story.turn(nth),
                dice.between(0.72, 1));
    }

    private static List<Integer> shuffledNumbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < Names.places().size(); number++) {
            numbers.add(number);
        }
        Dice dice = Dice.of(-1, "cast");
        for (int i = numbers.size() - 1; i > 0; i--) {
            Collections.swap(numbers, i, dice.whole(0, i));
        }
        return numbers;
    }
}
