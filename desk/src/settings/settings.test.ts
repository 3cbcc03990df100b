// What the settings reckon by themselves: ids of new states, what of a form is sent, where a schedule's days stand.
import { describe, expect, test } from "vitest";
import type { MethodSettingsRow, NumberRange } from "../lib/api";
import { changed_members, form_of, method_patch, next_step, positions } from "./methods_form";
import { range_patch, written } from "./range_form";
import { sections, sections_for } from "./sections";
import { blank_row, body_of, id_for, moved, rows_of } from "./states_form";
import { zone_groups } from "./zones";

const none = () => ({ orders: 0, orders_is_estimate: false });

describe("states", () => {
    test("a new state's id is made of its label and is its own", () => {
        expect(id_for("À préparer", new Set())).toBe("a_preparer");
        expect(id_for("Færdig & klar", new Set(["faerdig_klar"]))).toBe("faerdig_klar_2");
        expect(id_for("  ", new Set())).toBe("state");
    });
    test("rows keep ids, and a state may be chosen from a new one", () => {
        const rows = rows_of(
            [
                { id: "a", stage: "new", labels: { da: "Ny" }, initial_only: true },
                { id: "b", stage: "shipped", labels: { da: "Sendt" }, allowed_from: ["a"] },
            ],
            none,
        );
        const fresh = { ...blank_row(), labels: { en: "", fr: "", da: "Pakkes", de: "" } };
        rows[1]!.sources.push(fresh.key);
        const body = body_of([rows[0]!, fresh, rows[1]!], "da");
        expect(body.states.map((state) => state.id)).toEqual(["a", "pakkes", "b"]);
        expect(body.states[2]!.allowed_from).toEqual(["a", "pakkes"]);
        expect(body_of(moved(rows, 0, 1), "da").states[1]!.initial_only, "only a first state is an initial one").toBe(
            false,
        );
    });
    test("a row moves", () => expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]));
});

describe("payment methods", () => {
    const words = { en: "Cheque", fr: "", da: "", de: "" };
    const settings = {
        on: true,
        per_customer: false,
        labels: words,
        instructions: words,
        invoice_at: null,
        dunning: [{ day: 7, action: "remind" as const, automatic: true }],
        grace_days: 0,
        authorization_days: 7,
    };
    const row: MethodSettingsRow = {
        id: "cheque",
        kind: "offline",
        label: "Cheque",
        settings: { ...settings, on: false },
        defaults: settings,
    };
    test("what equals the profile is given back to it, and only changes are sent", () => {
        expect(method_patch(row, form_of(row.settings))).toEqual({});
        expect(method_patch(row, { ...form_of(row.settings), on: true, invoice_at: "order" })).toEqual({
            on: null,
            invoice_at: "order",
        });
        expect(changed_members(row)).toEqual(["on"]);
    });
    test("a further step comes a week later", () => {
        expect(next_step(settings.dunning).day).toBe(14);
        expect(next_step([{ day: 362, action: "remind" }]).day).toBe(365);
        expect(positions([])).toEqual([]);
        expect(Math.max(...positions(settings.dunning))).toBeLessThan(100);
    });
});

describe("numbers", () => {
    const range: NumberRange = {
        series: "invoice",
        prefix: "INV-",
        next_number: 42,
        width: 5,
        restarts_yearly: false,
        preview: "INV-00042",
    };
    test("the next one is written as the server does", () => expect(written(range, 2026)).toBe(range.preview));
    test("only what changed is sent, and an empty field is no change", () => {
        expect(range_patch(range, { prefix: "R-", next_number: null, width: 5, restarts_yearly: false })).toEqual({
            prefix: "R-",
        });
    });
});

describe("the shop", () => {
    test("the shop's zone is offered under any name", () => {
        const ids = zone_groups("Europe/Kiev").flatMap((group) => group.zones.map((zone) => zone.id));
        expect(ids).toContain("Europe/Kiev");
        expect(ids).toContain("Europe/Copenhagen");
    });
    test("sections ask for their right", () => {
        const open = sections.filter((section) => section.right === undefined);
        expect(sections_for(() => false)).toEqual(open);
        expect(sections_for(() => true)).toEqual(sections);
    });
});
