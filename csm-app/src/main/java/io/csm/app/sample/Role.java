package io.csm.app.sample;

/**
 * The part that one account plays.
 *
 * @param number 0 to 199; its name and all that is left to chance follow from it
 * @param plan what it bought
 * @param seats how many of it
 * @param renewsInDays from the newest day to the renewal date; negative: the date passed and nobody has signed yet
 * @param story what happens to it
 * @param turn the month of the story's turning point
 * @param depth how deep the story goes, 0 to 1
 */
record Role(int number, Plan plan, int seats, int renewsInDays, Story story, int turn, double depth) {

    Dice dice(String purpose) {
        return Dice.of(number, purpose);
    }
}
