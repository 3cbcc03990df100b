import { describe, expect, test } from "vitest";
import synonyms from "../command/synonyms.json";
import { fold, found, plain, score } from "./find";
import { targets } from "./screens";

describe("folding", () => {
    test.each([
        ["Éléonore", "eleonore"],
        ["Ærø Sørensen", "aero sorensen"],
        ["Straße", "strasse"],
        ["Łucja", "lucja"],
        ["Bestellung Ü", "bestellung u"],
        ["d’Ivry", "d ivry"],
    ])("%s is compared as %s", (text, folded) => expect(fold(text)).toBe(folded));
});

describe("finding", () => {
    test("every typed word has to be there", () => {
        expect(score("pick list", "Pick list")).toBeGreaterThan(0);
        expect(score("pick mouse", "Pick list")).toBe(0);
        expect(score("", "Pick list")).toBe(0);
    });
    test("what begins the name comes before what only helps to find it", () => {
        const items = [
            { name: "New order", also: "place" },
            { name: "Orders", also: "sales" },
            { name: "Statistics", also: "orders of a time" },
        ];
        const names = found(
            "orde",
            items,
            (item) => item.name,
            (item) => item.also,
        ).map((item) => item.name);
        expect(names).toEqual(["Orders", "New order", "Statistics"]);
    });
    test("two letters do not search the words that nobody sees", () => {
        expect(score("an", "New order", "anlegen")).toBe(0);
        expect(score("anl", "New order", "anlegen")).toBeGreaterThan(0);
    });
    test.each(["order", "orders", "commande", "ordre", "Bestellung", "bestellungen"])(
        "P-02: %s finds the list of orders in whatever language the desk speaks",
        (word) => expect(score(word, "Ventes", synonyms.orders)).toBeGreaterThan(0),
    );
    test("every screen has words by which it is found", () => {
        expect(Object.keys(synonyms).sort()).toEqual(targets.map((target) => target.id).sort());
    });
    test("no two screens share the letter after g", () => {
        const letters = targets.flatMap((target) => target.letter ?? []);
        expect(new Set(letters).size).toBe(letters.length);
    });
    test("marks are no words", () => {
        expect(plain("<p>Press <kbd>m</kbd> &amp; <b>record</b></p>\n<ol><li>it</li></ol>")).toBe(
            "Press m & record it",
        );
    });
});
