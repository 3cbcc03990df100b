import { describe, expect, test } from "vitest";
import type { SeriesProof } from "../lib/api";
import { cure_of, digest_groups, draft_file, file_of, joined, newest, type Paper, paper_file } from "./papers";

const paper = (id: string, kind: Paper["kind"], more: Partial<Paper> = {}): Paper => ({
    id,
    kind,
    kind_label: kind,
    number: `N-${id}`,
    draft: false,
    accounting: null,
    issued_at: "2026-11-23T08:00:00Z",
    amount: 100,
    tax: 0,
    refers_to: null,
    return_slip: false,
    lines: [],
    ...more,
});
const proof = (more: Partial<SeriesProof>): SeriesProof => ({
    kind: "invoice",
    kind_label: "Invoice",
    checked: 0,
    done: false,
    next: null,
    first_number: "",
    last_number: "",
    last_digest: "",
    last_issued_at: null,
    erased: 0,
    fault_count: 0,
    faults: [],
    moves: [],
    ...more,
});

describe("the newest paper", () => {
    const papers = [
        paper("1", "delivery_note", { refers_to: "p1" }),
        paper("2", "delivery_note", { refers_to: "p2" }),
        paper("3", "invoice"),
        paper("4", "invoice", { draft: true }),
    ];
    test("of a kind, never a draft", () => expect(newest(papers, "invoice")?.id).toBe("3"));
    test("of a parcel", () => expect(newest(papers, "delivery_note", "p1")?.id).toBe("1"));
    test("may not be there", () => expect(newest(papers, "receipt")).toBeUndefined());
});

describe("addresses", () => {
    test("a draft is the order's, another paper its own", () => {
        expect(file_of("maison", "o1", paper("7", "invoice", { draft: true }))).toBe(draft_file("maison", "o1"));
        expect(file_of("maison", "o1", paper("7", "invoice"))).toBe("/api/v1/shops/maison/documents/7.pdf");
        expect(paper_file("a/b", "7", true)).toBe("/api/v1/shops/a%2Fb/documents/7.pdf?download=1");
    });
});

describe("a proof in parts", () => {
    const move = { at: "2026-01-01T00:00:00Z", by: "Ann", from: 1, to: 100 };
    test("is one proof: sums added, the first number kept, the last one moved on", () => {
        const fault = { code: "gap", text: "Missing.", position: 3, number: "R-3", detail: "" } as const;
        const whole = joined(
            joined(
                undefined,
                proof({
                    checked: 20_000,
                    next: 20_000,
                    first_number: "R-1",
                    last_number: "R-20000",
                    last_digest: "aa",
                    fault_count: 1,
                    faults: [fault],
                    moves: [move],
                }),
            ),
            proof({
                checked: 5,
                done: true,
                first_number: "R-20001",
                last_number: "R-20005",
                last_digest: "bb",
                fault_count: 2,
                faults: [fault, fault],
                moves: [move],
                erased: 1,
            }),
        );
        expect(whole).toMatchObject({
            checked: 20_005,
            first_number: "R-1",
            last_number: "R-20005",
            last_digest: "bb",
            fault_count: 3,
            erased: 1,
            done: true,
        });
        expect(whole.faults.length).toBe(3);
        expect(whole.moves).toEqual([move]);
    });
    test("an empty last part takes nothing away", () => {
        const whole = joined(
            proof({ checked: 2, last_number: "R-2", last_digest: "aa", last_issued_at: "2026-01-01T00:00:00Z" }),
            proof({ done: true }),
        );
        expect(whole).toMatchObject({
            last_number: "R-2",
            last_digest: "aa",
            last_issued_at: "2026-01-01T00:00:00Z",
            done: true,
        });
    });
});

test("a digest is read in groups of eight", () =>
    expect(digest_groups("0123456789abcdef01")).toEqual(["01234567", "89abcdef", "01"]));
test("what an e-invoice lacks is mended where it is kept", () => {
    const codes = [
        "seller_vat_id",
        "buyer_reference",
        "payment_account",
        "delivery_country",
        "exemption_reason",
        "delivery_day",
    ];
    expect(codes.map(cure_of)).toEqual(["shop", "buyer", "shop", "buyer", "papers", undefined]);
});
