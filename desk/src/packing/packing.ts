// What scans do to an order on the packing table: which code means which line, and when all is there. Pure, so that
// tests need no scanner.
import type { Order } from "../lib/api";
import type { Line } from "../lib/engine";

export type Mode = "pack" | "returns";
export interface PackLine {
    id: string;
    sku: string;
    name: string;
    wanted: number;
    done: number;
}
export type Scanned =
    | { kind: "ticked"; line: PackLine; lines: PackLine[] }
    | { kind: "unknown" }
    /** All of this article are there already. */
    | { kind: "too_many"; line: PackLine };

const most = (line: Line, mode: Mode) => (mode === "pack" ? line.to_ship : line.returnable);

/** What is to be scanned of an order: what is still to ship, or what may come back. */
export const lines_of = (order: Order, mode: Mode): PackLine[] =>
    order.lines
        .filter((line) => most(line, mode) > 0)
        .map((line) => ({ id: line.id, sku: line.sku ?? "", name: line.name, wanted: most(line, mode), done: 0 }));

/** Scanners differ in spaces and case, and some keyboards turn them. */
const bare = (code: string) => code.trim().toLowerCase();
export const same_code = (one: string, other: string): boolean => bare(one) !== "" && bare(one) === bare(other);

/** A line without a code is meant by its place on the screen: "2" is the second. A code goes before a place. */
function meant(lines: readonly PackLine[], code: string): PackLine[] {
    const coded = lines.filter((line) => same_code(line.sku, code));
    if (coded.length > 0) return coded;
    const at = /^\d{1,3}$/.test(code.trim()) ? lines[Number(code.trim()) - 1] : undefined;
    return at ? [at] : [];
}

/** One unit more of what was scanned. The same article on two lines fills the first, then the second. */
export function scan(lines: readonly PackLine[], code: string): Scanned {
    const those = meant(lines, code);
    if (those.length === 0) return { kind: "unknown" };
    const open = those.find((line) => line.done < line.wanted);
    if (!open) return { kind: "too_many", line: those[0]! };
    const line = { ...open, done: open.done + 1 };
    return { kind: "ticked", line, lines: lines.map((each) => (each.id === line.id ? line : each)) };
}

/** One unit back: a thing that was scanned twice. */
export const taken_out = (lines: readonly PackLine[], id: string): PackLine[] =>
    lines.map((line) => (line.id === id && line.done > 0 ? { ...line, done: line.done - 1 } : line));

export const done_of = (lines: readonly PackLine[]): number => lines.reduce((sum, line) => sum + line.done, 0);
export const wanted_of = (lines: readonly PackLine[]): number => lines.reduce((sum, line) => sum + line.wanted, 0);
export const all_done = (lines: readonly PackLine[]): boolean =>
    lines.length > 0 && lines.every((line) => line.done === line.wanted);

/** The quantities as dialogs take them. */
export const picks_of = (lines: readonly PackLine[]): Record<string, number> =>
    Object.fromEntries(lines.filter((line) => line.done > 0).map((line) => [line.id, line.done]));
