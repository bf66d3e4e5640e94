package io.csm.app.sample;

import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The people at one account. All of their names are made up.
 *
 * @param champion the one who brought the product in; where the story says so, they left
 * @param sponsor who decides on the budget
 * @param planner who works with the product
 * @param billing who pays
 * @param second a champion after the one who left; empty: nobody took over
 */
record People(Contact champion, Contact sponsor, Contact planner, Contact billing, Optional<Contact> second) {

    private static final String CRM = "crm";
    private static final List<String> GIVEN = List.of(
            "Noor",
            "Elif",
            "Kwame",
            "Saskia",
            "Rafael",
            "Yuki",
            "Anneke",
            "Dmitri",
            "Leila",
            "Oskar",
            "Chiamaka",
            "Pilar",
            "Henrik",
            "Meera",
            "Tariq",
            "Fiona",
            "Bao",
            "Zsofia",
            "Andre",
            "Ruta",
            "Samuel",
            "Ingrid");
    private static final List<String> FAMILY = List.of(
            "Vandermolen",
            "Achterberg",
            "Osei-Lund",
            "Marchetta",
            "Kivisaar",
            "Dahlquist",
            "Beaumaris",
            "Norrgate",
            "Ferreiro",
            "Takemori",
            "Brannigan",
            "Szelenyi",
            "Okonjo",
            "Haverkamp",
            "Lindqvoort",
            "Castellane",
            "Rahmani",
            "Thornbeck",
            "Adebanjo",
            "Petrovics",
            "Wexholm",
            "Duarte-Kim",
            "Ramaswell");

    static People of(LastMonth last) {
        Dice dice = last.dice("people");
        Optional<LocalDate> left = left(last, dice);
        boolean isFollowed = left.isEmpty() && last.age() > 500 && dice.chance(0.1);
        Optional<LocalDate> earlier = isFollowed ? Optional.of(last.daysAgo(dice.whole(200, 400))) : left;
        return new People(
                contact(last, 0, ContactRole.CHAMPION, earlier),
                contact(last, 1, ContactRole.EXECUTIVE_SPONSOR, Optional.empty()),
                contact(last, 2, ContactRole.USER, Optional.empty()),
                contact(last, 3, ContactRole.BILLING, Optional.empty()),
                isFollowed ? Optional.of(contact(last, 4, ContactRole.CHAMPION, Optional.empty())) : Optional.empty());
    }

    private static Optional<LocalDate> left(LastMonth last, Dice dice) {
        Role role = last.customer().role();
        boolean hasLeft = role.story() == Story.CHAMPION_LEFT && last.number() >= role.turn();
        return hasLeft ? Optional.of(last.year().within(role.turn(), dice)) : Optional.empty();
    }

    private static Contact contact(LastMonth last, int nth, ContactRole role, Optional<LocalDate> leftOn) {
        // neither list repeats within an account, and both walk at their own pace
        int walk = last.customer().role().number() * 5 + nth;
        String name = GIVEN.get(walk * 7 % GIVEN.size()) + " " + FAMILY.get(walk % FAMILY.size());
        return new Contact(last.account(), last.id(CRM, "contact", nth), name, role, leftOn);
    }

    List<Contact> all() {
        List<Contact> all = new ArrayList<>(List.of(champion, sponsor, planner, billing));
        second.ifPresent(all::add);
        return List.copyOf(all);
    }

    /** The champion who was there on that day, or the sponsor. */
    Contact championOn(LocalDate day) {
        return champion.isThere(day) ? champion : second.orElse(sponsor);
    }
}
