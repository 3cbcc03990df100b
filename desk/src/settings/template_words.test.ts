import { describe, expect, test } from "vitest";
import type { TemplateName } from "../lib/api";
import { found_names, line_span, put_in, split_style, tag_of } from "./template_words";

const buyer: TemplateName = { name: "buyer_name", label: "Name of the buyer", kind: "text", example: "Zoé" };
const pickup: TemplateName = { name: "pickup", label: "Is picked up", kind: "condition" };
const lines: TemplateName = {
    name: "lines",
    label: "Each line",
    kind: "list",
    names: [
        { name: "sku", label: "SKU", kind: "text" },
        { name: "name", label: "Name", kind: "text" },
        { name: "quantity", label: "Quantity", kind: "text" },
    ],
};

describe("names in a text", () => {
    test("a name takes the place of what is selected", () =>
        expect(put_in("Dear X,", 5, 6, buyer)).toEqual({ text: "Dear {{buyer_name}},", from: 19, to: 19 }));
    test("a condition goes around it", () =>
        expect(put_in("Come by.", 0, 8, pickup)).toEqual({ text: "{{#pickup}}Come by.{{/pickup}}", from: 11, to: 19 }));
    test("a list brings a line for each entry, and begins on a line of its own", () => {
        expect(tag_of(lines).before).toBe("{{#lines}}\n- {{quantity}} {{name}}\n{{/lines}}\n");
        expect(put_in("Yours:", 6, 6, lines).text).toBe("Yours:\n{{#lines}}\n- {{quantity}} {{name}}\n{{/lines}}\n");
    });
    test("a line is found by its number", () => {
        expect(line_span("a\nbcd\ne", 2)).toEqual([2, 5]);
        expect(line_span("a\nbcd\ne", 9)).toEqual([6, 7]);
    });
    test("names are found by word, by name and by example", () => {
        expect(found_names([buyer, pickup], "BUYER")).toEqual([buyer]);
        expect(found_names([buyer, pickup], "zoé")).toEqual([buyer]);
        expect(found_names([buyer, pickup], "picked")).toEqual([pickup]);
        expect(found_names([buyer, pickup], " ")).toEqual([buyer, pickup]);
    });
    test("a picture shows its words: the desk loads nothing from elsewhere", () => {
        const logo = '<p><img src="https://shop.example/logo.png" alt="Nordlys &amp; Co" height="56"></p>';
        expect(split_style(logo).page).toBe("<p>Nordlys &amp; Co</p>");
    });
    test("a mail's style stands apart from its page", () => {
        expect(split_style("<html><style>a{}</style><p>x</p><style>b{}</style></html>")).toEqual({
            page: "<html><p>x</p></html>",
            style: "a{}b{}",
        });
    });
});
