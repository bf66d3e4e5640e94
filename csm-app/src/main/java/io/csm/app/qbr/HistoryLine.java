package io.csm.app.qbr;

import io.csm.domain.qbr.Qbr.HistoryPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the points of a history lie in a chart, and which of them are written out without touching each other. */
final class HistoryLine {

    /** Up to that many points each is written out and drawn as a dot. */
    static final int FEW = 12;

    private static final double BETWEEN_SCORES = 0.075;
    private static final double BETWEEN_DAYS = 0.26;
    private static final double FULL_SCORE = 100;

    /**
     * A point of the chart.
     *
     * @param x 0 at the left to 1 at the right, by time
     * @param y 0 at the top, for 100, to 1 at the bottom
     * @param point what it shows
     */
    record Dot(double x, double y, HistoryPoint point) {}

    private final List<Dot> dots;

    private HistoryLine(List<Dot> dots) {
        this.dots = List.copyOf(dots);
    }

    /** The chart of those points, the oldest first, of which there must be two at least. */
    static HistoryLine of(List<HistoryPoint> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a line must have at least 2 points but has " + points.size());
        }
        double first = millis(points.get(0));
        double length = millis(points.get(points.size() - 1)) - first;
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            HistoryPoint point = points.get(i);
            double evenly = (double) i / (points.size() - 1);
            double x = length > 0 ? (millis(point) - first) / length : evenly;
            dots.add(new Dot(within(x), within(1 - point.score() / FULL_SCORE), point));
        }
        return new HistoryLine(dots);
    }

    List<Dot> dots() {
        return dots;
    }

    boolean few() {
        return dots.size() <= FEW;
    }

    /** The points whose score is written out: the ends first, then all, or the lowest and the highest of many. */
    List<Dot> scores() {
        Comparator<Integer> byScore =
                Comparator.comparingDouble(i -> dots.get(i).point().score());
        Stream<Integer> inner = few()
                ? indices()
                : Stream.of(
                        indices().min(byScore).orElseThrow(),
                        indices().max(byScore).orElseThrow());
        return apart(inner.toList(), BETWEEN_SCORES);
    }

    /** The points whose day stands at the axis. */
    List<Dot> days() {
        return apart(indices().toList(), BETWEEN_DAYS);
    }

    /** Whether the line comes from above and goes up again, so that there is room below the point. */
    boolean isValley(Dot dot) {
        int at = dots.indexOf(dot);
        boolean leftIsHigher = at == 0 || dots.get(at - 1).y() < dot.y();
        boolean rightIsHigher = at == dots.size() - 1 || dots.get(at + 1).y() < dot.y();
        return leftIsHigher && rightIsHigher;
    }

    private List<Dot> apart(List<Integer> wanted, double distance) {
        SortedSet<Integer> chosen = new TreeSet<>(List.of(0, dots.size() - 1));
        for (int candidate : wanted) {
            double x = dots.get(candidate).x();
            if (chosen.stream().allMatch(each -> Math.abs(dots.get(each).x() - x) >= distance)) {
                chosen.add(candidate);
            }
        }
        return chosen.stream().map(dots::get).toList();
    }

    private Stream<Integer> indices() {
        return IntStream.range(0, dots.size()).boxed();
    }

    private static double millis(HistoryPoint point) {
        return point.at().toEpochMilli();
    }

    private static double within(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
