// The papers of orders apart from how they look: their addresses, which is the one just made, and how the parts of a
// proof become one.
import { address_of, type IssuedPaperWhole, type Order, type PrintBatch, type SeriesProof } from "../lib/api";
import type { Key } from "../lib/i18n.svelte";

export type Paper = Order["documents"][number];
export type PaperKind = Paper["kind"];
export type PrintKind = PrintBatch["kind"];
export type EInvoice = IssuedPaperWhole["einvoices"][number];

/** The kinds that have numbers of their own, in the order in which people ask for them. */
export const numbered_kinds = ["invoice", "credit_note", "delivery_note", "receipt"] as const satisfies PaperKind[];
export const print_kinds = ["order_form", "delivery_note", "invoice", "receipt", "pick_list", "supplier_list"] as const;
export const kinds_key = (kind: PaperKind | PrintKind): Key => `papers.kinds_${kind}` as Key;
export const form_key = (form: EInvoice["form"]): Key => `papers.form_${form}` as Key;

const kept = () => new URLSearchParams({ download: "1" });

export const paper_file = (shop: string, id: string, download = false): string =>
    address_of("/api/v1/shops/{shop}/documents/{id}.pdf", { path: { shop, id }, query: download ? kept() : undefined });
export const einvoice_file = (shop: string, id: string, form: string): string =>
    address_of("/api/v1/shops/{shop}/documents/{id}.xml", { path: { shop, id }, query: new URLSearchParams({ form }) });
export const order_form_file = (shop: string, order: string): string =>
    address_of("/api/v1/shops/{shop}/orders/{id}/order-form.pdf", { path: { shop, id: order } });
/** All tickets of an order, as people print them. */
export const tickets_file = (shop: string, order: string): string =>
    address_of("/api/v1/shops/{shop}/orders/{id}/tickets.pdf", { path: { shop, id: order } });
export const draft_file = (shop: string, order: string): string =>
    address_of("/api/v1/shops/{shop}/orders/{id}/draft-invoice.pdf", { path: { shop, id: order } });
export const batch_file = (shop: string, job: string): string =>
    address_of("/api/v1/shops/{shop}/documents/batch.pdf", { path: { shop }, query: new URLSearchParams({ job }) });

/** Where a paper of an order is read: a draft is made anew with each look. */
export const file_of = (shop: string, order: string, paper: Paper): string =>
    paper.draft ? draft_file(shop, order) : paper_file(shop, paper.id);

/** The newest paper of a kind, of one parcel where that is named; asked for again, it may be one that was there. */
export const newest = (papers: readonly Paper[], kind: PaperKind, parcel?: string): Paper | undefined =>
    papers.findLast((paper) => paper.kind === kind && !paper.draft && (!parcel || paper.refers_to === parcel));

/** Where what an e-invoice lacks is said: in a section of the settings, or with the order's buyer. */
export type Cure = "shop" | "papers" | "buyer";
const cures: [RegExp, Cure][] = [
    [/^(seller_|payment_account$)/, "shop"],
    [/^exemption_reason$/, "papers"],
    [/^(buyer_|delivery_(country|address)$)/, "buyer"],
];
export const cure_of = (code: string): Cure | undefined => cures.find(([codes]) => codes.test(code))?.[1];

const faults_shown = 100;

/** What was proven so far and the part after it, as one proof. */
export function joined(before: SeriesProof | undefined, part: SeriesProof): SeriesProof {
    if (!before) return part;
    return {
        ...part,
        checked: before.checked + part.checked,
        erased: before.erased + part.erased,
        first_number: before.first_number || part.first_number,
        last_number: part.last_number || before.last_number,
        last_digest: part.last_digest || before.last_digest,
        last_issued_at: part.last_issued_at ?? before.last_issued_at,
        fault_count: before.fault_count + part.fault_count,
        faults: [...before.faults, ...part.faults].slice(0, faults_shown),
    };
}

/** A digest in groups of eight, as one compares it with what was written down. */
export const digest_groups = (digest: string): string[] => digest.match(/.{1,8}/g) ?? [];
