package org.zhigong.marts.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Draws where a table comes from, from files on the left to indicators on the right, as SVG without any resource. */
final class LineagePicture {

    private static final int WIDTH = 190;
    private static final int GAP = 46;
    private static final int HEIGHT = 22;
    private static final int STEP = 28;
    private static final int CHARACTERS = 27;

    private final Lineage lineage;
    private final Function<String, String> links;

    /** @param links where the name of a box leads to */
    LineagePicture(Lineage lineage, Function<String, String> links) {
        this.lineage = lineage;
        this.links = links;
    }

    private record Box(String name, int x, int y) {

        int right() {
            return x + WIDTH;
        }

        int middle() {
            return y + HEIGHT / 2;
        }
    }

    /** The picture of {@code base} with what comes of it. */
    String of(String base, List<String> indicators) {
        SortedMap<Integer, List<String>> layers = new TreeMap<>();
        lineage.upstream(base)
                .forEach(name -> layers.computeIfAbsent(lineage.depth(name), any -> new ArrayList<>())
                        .add(name));
        layers.put(lineage.depth(base) + 1, indicators);
        Map<String, Box> boxes = placed(layers);
        int width = layers.size() * (WIDTH + GAP) - GAP + 2;
        int height = layers.values().stream().mapToInt(List::size).max().orElse(1) * STEP + 2;
        StringBuilder svg = new StringBuilder(
                "<svg class=\"lineage\" role=\"img\" aria-label=\"lineage of %s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                        .formatted(Html.text(base), width, height, width, height));
        boxes.values().forEach(box -> lines(svg, box, boxes));
        boxes.values().forEach(box -> box(svg, box));
        return svg.append("</svg>\n").toString();
    }

    private static Map<String, Box> placed(SortedMap<Integer, List<String>> layers) {
        int tallest = layers.values().stream().mapToInt(List::size).max().orElse(1);
        Map<String, Box> boxes = new TreeMap<>();
        int x = 1;
        for (List<String> layer : layers.values()) {
            int y = 1 + (tallest - layer.size()) * STEP / 2;
            for (String name : layer) {
                boxes.put(name, new Box(name, x, y));
                y += STEP;
            }
            x += WIDTH + GAP;
        }
        return boxes;
    }

    private void lines(StringBuilder svg, Box box, Map<String, Box> boxes) {
        for (String source : lineage.sources(box.name())) {
            Box from = boxes.get(source);
            if (from != null && !source.equals(box.name())) {
                int bend = (from.right() + box.x()) / 2;
                svg.append("<path d=\"M%d %dC%d %d %d %d %d %d\"/>"
                        .formatted(
                                from.right(),
                                from.middle(),
                                bend,
                                from.middle(),
                                bend,
                                box.middle(),
                                box.x(),
                                box.middle()));
            }
        }
    }

    private void box(StringBuilder svg, Box box) {
        String name = box.name();
        String kind = Lineage.isFeed(name) ? "feed" : name.contains(".") ? "table" : "indicator";
        String shown = name.length() > CHARACTERS ? name.substring(0, CHARACTERS - 1) + "…" : name;
        svg.append(
                "<a href=\"#%s\"><title>%s</title><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>"
                        .formatted(
                                Html.text(links.apply(name)), Html.text(name), kind, box.x(), box.y(), WIDTH, HEIGHT));
        svg.append("<text x=\"%d\" y=\"%d\">%s</text></a>".formatted(box.x() + 6, box.middle() + 4, Html.text(shown)));
    }
}
