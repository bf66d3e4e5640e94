package io.csm.app.sample;

import java.util.ArrayList;
import java.util.List;

/** Invented places, and trades that plan shifts. Every place is used once, so an account can be told by its first word. */
final class Names {

    private static final List<String> FIRST_HALVES = List.of(
            "Quill", "Marrow", "Tarn", "Brindle", "Pell", "Ostler", "Fennel", "Thistle", "Lantern", "Copper", "Wren",
            "Saffron", "Juniper", "Bramble", "Otter", "Tansy", "Cobble", "Heron", "Pepper", "Gorse");
    private static final List<String> SECOND_HALVES =
            List.of("wick", "brook", "fen", "holme", "cote", "mere", "haven", "thorpe", "moor", "stow");

    private static final List<Trade> STARTER_TRADES = List.of(
            new Trade("Bakery", "food"),
            new Trade("Dental Practice", "healthcare"),
            new Trade("Garden Centre", "retail"),
            new Trade("Coffee Roasters", "food"),
            new Trade("Bike Workshop", "retail"),
            new Trade("Pharmacy", "healthcare"),
            new Trade("Nursery School", "education"),
            new Trade("Guesthouse", "hospitality"),
            new Trade("Couriers", "logistics"),
            new Trade("Climbing Hall", "leisure"));
    private static final List<Trade> BUSINESS_TRADES = List.of(
            new Trade("Hotels", "hospitality"),
            new Trade("Clinics", "healthcare"),
            new Trade("Brewery", "food"),
            new Trade("Cinemas", "leisure"),
            new Trade("Warehousing", "logistics"),
            new Trade("Care Homes", "care"),
            new Trade("Ferries", "transport"),
            new Trade("Dairy", "food"),
            new Trade("Security", "facilities"),
            new Trade("Bookshops", "retail"),
            new Trade("Catering", "hospitality"),
            new Trade("Call Centre", "services"),
            new Trade("Leisure Pools", "leisure"),
            new Trade("Printworks", "manufacturing"));
    private static final List<Trade> ENTERPRISE_TRADES = List.of(
            new Trade("Hospital Group", "healthcare"),
            new Trade("Supermarkets", "retail"),
            new Trade("Rail Catering", "transport"),
            new Trade("Parcel Network", "logistics"),
            new Trade("Airport Services", "transport"),
            new Trade("Resorts", "hospitality"),
            new Trade("Facility Management", "facilities"),
            new Trade("Glassworks", "manufacturing"),
            new Trade("Senior Living", "care"),
            new Trade("Food Markets", "retail"));

    private static final List<String> REGIONS = List.of("dach", "nordics", "benelux", "iberia", "uk-ireland");
    private static final List<String> KEY_ACCOUNT_OWNERS = List.of("Amira Solberg", "Jonas Petrescu");
    private static final List<String> OWNERS =
            List.of("Lena Okafor", "Mateo Lindgren", "Priya Castellan", "Tomasz Adeyemi", "Ines Halloran");

    private Names() {}

    /**
     * What a customer does.
     *
     * @param noun how its name ends
     * @param industry the tag it carries
     */
    record Trade(String noun, String industry) {}

    /** Two hundred places, in an order of which no neighbours sound alike. */
    static List<String> places() {
        List<String> places = new ArrayList<>();
        for (int shift = 0; shift < SECOND_HALVES.size(); shift++) {
            for (int i = 0; i < FIRST_HALVES.size(); i++) {
                places.add(FIRST_HALVES.get(i) + SECOND_HALVES.get((i * 3 + shift) % SECOND_HALVES.size()));
            }
        }
        return List.copyOf(places);
    }

    static Trade trade(Plan plan, Dice dice) {
        return dice.pick(
                switch (plan) {
                    case STARTER -> STARTER_TRADES;
                    case BUSINESS -> BUSINESS_TRADES;
                    case ENTERPRISE -> ENTERPRISE_TRADES;
                });
    }

    static String region(Dice dice) {
        return dice.pick(REGIONS);
    }

    static String owner(Plan plan, Dice dice) {
        return dice.pick(plan == Plan.ENTERPRISE ? KEY_ACCOUNT_OWNERS : OWNERS);
    }
}
