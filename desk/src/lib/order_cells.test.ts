import { describe, expect, test } from "vitest";
import type { OrderRow, Shop } from "./api";
import { columns } from "./columns";
import { cell_moment, cell_sign, cell_title, cell_words, ends_soon, type Reader } from "./order_cells";

const shop = { id: "maison", name: "Maison", timezone: "Europe/Paris" } as Shop;
const reader: Reader = { language: "en", shop: (id) => (id === "maison" ? shop : undefined) };
const row = {
    shop: "maison",
    number: "M-1",
    buyer: { name: "", email: "zoe@example.org", company: "Zoé SARL", city: "Lyon", country: "FR" },
    summary: { label: "Open", status: "open", active: 2, total: 3 },
    payment_label: "Paid",
    payment_status: "paid",
    state: { id: "received", label: "Received", stage: "new", color: "#aa3300" },
    next_step: { text: "Ship" },
    quantity: 3,
    total: 123450,
    due: 0,
    owed_back: 5000,
    refunded: 0,
    hold: 0,
    currency: "EUR",
    currency_exponent: 2,
    hold_until: "2026-11-29T23:30:00Z",
    placed_at: "2025-03-01T23:30:00Z",
    updated_at: "2025-03-01T23:30:00Z",
    payment_method_label: "Card",
    promo_code: "SPRING",
    channel: "",
    tags: ["gift", "fragile"],
} as unknown as OrderRow;
const column = (id: string) => columns.find((each) => each.id === id)!;
const words = (id: string) => cell_words(column(id), row, reader);

describe("the cells of the order list", () => {
    test("every column but the number, which is a link, has words of its own", () => {
        for (const { id } of columns.filter(({ id }) => id !== "number")) expect(typeof words(id)).toBe("string");
        expect(cell_words({ id: "colour" } as never, row, reader)).toBe("");
    });
    test("a buyer without a name is shown by e-mail address", () => expect(words("buyer")).toBe("zoe@example.org"));
    test("an order whose people were erased says so instead of nothing", () => {
        const erased = { ...row, buyer: { name: "", email: "", company: "", city: "", country: "FR" } };
        expect(cell_words(column("buyer"), { ...erased, people_erased: true }, reader)).toMatch(/people\.gone|erased/);
        expect(cell_words(column("buyer"), { ...erased, people_erased: false }, reader)).toBe("");
    });
    test("units that were cancelled are counted apart", () => expect(words("quantity")).toBe("2/3"));
    test("a total is always written, the other sums only when there is something", () => {
        expect([words("total"), words("due"), words("owed_back")]).toEqual(["€1,234.50", "", "€50.00"]);
    });
    test("a moment is told in the shop's own time", () => {
        expect(words("placed_at")).toBe("Mar 2, 2025");
        expect(cell_title("placed_at", row, reader)).toBe("Mar 2, 2025 12:30 AM");
        expect(cell_moment(column("placed_at"), row)).toBe(row.placed_at);
        expect(cell_moment(column("buyer"), row)).toBeNull();
    });
    test("what is cut off is told to the pointer", () => {
        expect(cell_title("buyer", row, reader)).toBe("zoe@example.org");
        expect(cell_title("next_step", row, reader)).toBe("Ship");
        expect(cell_title("total", row, reader)).toBe("");
    });
    test("the three statuses have signs, in the shop's colour where it chose one", () => {
        expect(cell_sign(column("payment"), row)).toEqual({ shape: "full", tint: "teal" });
        expect(cell_sign(column("state"), row)).toEqual({ shape: "dot", color: "#aa3300" });
        expect(cell_sign(column("summary"), row)).toEqual({ shape: "half", tint: "blue" });
        expect(cell_sign(column("total"), row)).toBeUndefined();
    });
    test("a card hold that ends within two days is marked, another is not", () => {
        const until = (ms: number) => ({ ...row, hold_until: new Date(Date.now() + ms).toISOString() });
        expect(ends_soon(column("hold_until"), until(36e5))).toBe(true);
        expect(ends_soon(column("hold_until"), until(72 * 36e5))).toBe(false);
        expect(ends_soon(column("placed_at"), until(36e5))).toBe(false);
        expect(cell_words(column("hold_until"), { ...row, hold_until: null } as OrderRow, reader)).toBe("");
    });
    test("a shop that is not known is named by its id", () => {
        expect(cell_words(column("shop"), { ...row, shop: "other" } as OrderRow, reader)).toBe("other");
        expect(words("shop")).toBe("Maison");
    });
});
