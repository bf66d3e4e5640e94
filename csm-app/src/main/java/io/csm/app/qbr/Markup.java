package io.csm.app.qbr;

import java.util.List;

/** Text between tags, for HTML that is XML as well. Whatever is data goes through {@link #data}. */
final class Markup {

    private final StringBuilder text = new StringBuilder();

    /** Tags of ours, as they are. */
    Markup tag(String tag) {
        text.append(tag);
        return this;
    }

    /** Data, which shows as it is. */
    Markup data(String data) {
        text.append(escaped(data));
        return this;
    }

    /** An element that holds data alone; the browser finds out which way its letters run. */
    Markup element(String name, String data) {
        return tag("<" + name + " dir=\"auto\">").data(data).tag("</" + name + ">\n");
    }

    Markup element(String name, String style, String data) {
        return tag("<" + name + " class=\"" + style + "\" dir=\"auto\">")
                .data(data)
                .tag("</" + name + ">\n");
    }

    Markup bullets(List<String> bullets) {
        if (!bullets.isEmpty()) {
            tag("<ul>\n");
            bullets.forEach(each -> element("li", each));
            tag("</ul>\n");
        }
        return this;
    }

    /** The columns of a table, so that style sheets can tell their widths. */
    Markup columns(String... names) {
        tag("<colgroup>");
        for (String name : names) {
            tag("<col class=\"" + name + "-column\"/>");
        }
        return tag("</colgroup>\n");
    }

    Markup head(List<String> columns) {
        tag("<thead><tr>");
        columns.forEach(each -> tag("<th scope=\"col\">").data(each).tag("</th>"));
        return tag("</tr></thead>\n");
    }

    static String escaped(String data) {
        return Wording.line(data)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
