// What the dialogs of requests count, apart from how they look.
import { describe, expect, test } from "vitest";
import { menu_of } from "../lib/actions";
import type { Order, Request, TimelineEntry } from "../lib/api";
import {
    counted,
    exchanged,
    first_verdicts,
    glances,
    in_order,
    is_slip,
    missing,
    type Part,
    refund_of,
    refund_then,
    sums,
    verdict_lines,
    words_of,
} from "./requests";

const part = (more: Partial<Part> = {}): Part => ({
    line: "mug",
    unit: null,
    quantity: 3,
    reason: "none",
    reason_label: "",
    exchange_wanted: false,
    cancelled: 0,
    expected: 3,
    as_new: 0,
    damaged: 0,
    wrong: 0,
    missing: 0,
    exchanged: 0,
    ...more,
});
const request = (id: string, status: Request["status"], lines: Part[] = [part()]) =>
    ({ id, kind: "return", status, lines }) as Request;
const line = { id: "mug", kind: "goods", quantity: 4, cancelled: 0, refunded: 0, returned: 0, units: [] };
const order = (requests: Request[], more: object = {}) =>
    ({ lines: [line], requests, documents: [], actions: [], ...more }) as unknown as Order;
const none = { as_new: 0, damaged: 0, wrong: 0, exchange: 0, restock: true };

describe("counting what came back", () => {
    test("begins as the buyer said it", () => {
        expect(first_verdicts(request("1", "approved"), true).mug).toEqual({ ...none, as_new: 3 });
        const broken = request("1", "approved", [part({ reason: "damaged", exchange_wanted: true })]);
        expect(first_verdicts(broken, false).mug).toEqual({ ...none, damaged: 3, exchange: 3, restock: false });
        const cancelled = request("1", "approved", [part({ expected: 0, cancelled: 3 })]);
        expect(first_verdicts(cancelled, true)).toEqual({});
    });
    test.each([
        [
            "a count takes from what is missing",
            { ...none, as_new: 1 },
            "damaged",
            1,
            { as_new: 1, damaged: 1, wrong: 0 },
        ],
        ["then from the others", { ...none, as_new: 3 }, "damaged", 1, { as_new: 2, damaged: 1, wrong: 0 }],
        ["never more than were expected", { ...none, as_new: 3 }, "wrong", 9, { as_new: 0, damaged: 0, wrong: 3 }],
        ["nor less than none", { ...none, as_new: 3 }, "as_new", -1, { as_new: 0, damaged: 0, wrong: 0 }],
        ["a field left empty is none", { ...none, as_new: 3 }, "as_new", Number.NaN, { as_new: 0 }],
    ] as const)("%s", (_, before, kind, count, after) => {
        const verdict = counted(part(), before, kind, count);
        expect(verdict).toMatchObject(after);
        expect(missing(part(), verdict)).toBeGreaterThanOrEqual(0);
    });
    test("only what came is exchanged", () => {
        const verdict = exchanged({ ...none, as_new: 1, damaged: 1, wrong: 1 }, 3);
        expect(verdict.exchange).toBe(2);
        expect(counted(part(), verdict, "damaged", 0).exchange).toBe(1);
    });
    test("the sums and the body follow", () => {
        const verdicts = { mug: { ...none, as_new: 1, damaged: 1, exchange: 1 } };
        expect(sums([part()], verdicts)).toEqual({
            expected: 3,
            came: 2,
            exchange: 1,
            refund: 1,
        });
        const body = { line: "mug", as_new: 1, damaged: 1, wrong: 0, exchange: 1 };
        expect(verdict_lines(verdicts, true)).toEqual([{ ...body, restock: true }]);
        expect(verdict_lines(verdicts, false)).toEqual([{ ...body, restock: undefined }]);
    });
});

describe("the refund that follows", () => {
    test("is of what came back and is not sent anew", () => {
        const back = request("7", "received", [part({ as_new: 1, damaged: 1, exchanged: 1 })]);
        expect(refund_of(order([back]), back)).toEqual({ lines: { mug: 1 }, request: "7" });
    });
    test("takes what a withdrawal cancelled along, while it is owed", () => {
        const back = request("7", "received", [part({ quantity: 3, expected: 2, cancelled: 1, as_new: 2 })]);
        expect(refund_of(order([back], { lines: [{ ...line, cancelled: 1 }] }), back).lines).toEqual({ mug: 3 });
        expect(refund_of(order([back]), back).lines).toEqual({ mug: 2 });
    });
    test("is never of more than is left, and of nothing when all is exchanged", () => {
        const coming = request("7", "approved");
        const left = order([coming], { lines: [{ ...line, refunded: 3 }] });
        expect(refund_then(left, coming, { mug: { ...none, as_new: 3 } })).toEqual({ mug: 1 });
        expect(refund_then(left, coming, { mug: { ...none, as_new: 3, exchange: 3 } })).toEqual({});
    });
});

describe("showing requests", () => {
    test("open ones come first, then the newest", () => {
        const all = [request("1", "closed"), request("2", "open"), request("3", "declined"), request("4", "received")];
        expect(in_order(all).map(({ id }) => id)).toEqual(["4", "2", "3", "1"]);
    });
    test("the buyer's words are those of the timeline", () => {
        const entry = (type: string, id: string, note_html: string | null) =>
            ({ type, data: { request: id }, note_html }) as unknown as TimelineEntry;
        const timeline = [
            entry("request.answered", "1", "<p>No.</p>"),
            entry("request.registered", "2", null),
            entry("request.registered", "1", "<p>Broken.</p>"),
        ];
        expect(words_of(timeline, request("1", "declined"), "request.registered")).toBe("<p>Broken.</p>");
        expect(words_of(timeline, request("1", "declined"), "request.answered")).toBe("<p>No.</p>");
        expect(words_of(timeline, request("2", "open"), "request.registered")).toBeUndefined();
        expect(words_of(undefined, request("1", "open"), "request.registered")).toBeUndefined();
    });
    test("a row an article says what was credited", () => {
        const papers = [
            { kind: "invoice", draft: false, lines: [{ line: "mug", quantity: 4 }] },
            { kind: "credit_note", draft: false, lines: [{ line: "mug", quantity: 1 }] },
            { kind: "credit_note", draft: true, lines: [{ line: "mug", quantity: 1 }] },
        ];
        const other = { ...line, id: "lamp" };
        const shown = glances(order([request("1", "received")], { lines: [line, other], documents: papers }));
        expect(shown.map(({ line: { id }, credited }) => [id, credited])).toEqual([["mug", 1]]);
    });
    test("answers stand in the menu of orders with requests alone", () => {
        const actions = ["approve-request", "register-request", "hand-out", "renew-downloads"].map((id) => ({ id }));
        const offered = (of: Order) => menu_of(of).flatMap((group) => group.actions.map(({ id }) => id));
        expect(offered(order([], { actions }))).toEqual(["register-request"]);
        expect(offered(order([request("1", "open")], { actions }))).toContain("approve-request");
        expect(offered(order([], { actions, shipping: { pickup: true } }))).toContain("hand-out");
    });
});

test.each([
    ["R0123456789AB", true],
    [" r0123456789ab ", true],
    ["R-1001", false],
    ["R0123456789AO", false],
    ["R0123456789ABC", false],
])("%s is a slip's code: %s", (code, is_one) => expect(is_slip(code)).toBe(is_one));
