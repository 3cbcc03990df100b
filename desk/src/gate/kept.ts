// What a gate keeps in its browser: its name, the signed list, what it let in without a network, the last scans.

import type { Said } from "./gate.svelte";
import type { SignedList } from "./list";

export interface Kept {
    code: string;
    gate: string;
    at: number;
}
interface Drawer {
    list?: SignedList;
    waiting: Kept[];
    scans: Said[];
    differing: Said[];
}
const place = (shop: string, what: string) => `commis.gate.${shop}.${what}`;

function read<T>(key: string, otherwise: T): T {
    try {
        return JSON.parse(localStorage.getItem(key) ?? "null") ?? otherwise;
    } catch {
        return otherwise;
    }
}

export const gate_name = (): string => localStorage.getItem("commis.gate") ?? "";
export const keep_gate_name = (name: string) => localStorage.setItem("commis.gate", name);

export const open_drawer = (shop: string): Drawer => ({
    list: read<SignedList | undefined>(place(shop, "list"), undefined),
    waiting: read<Kept[]>(place(shop, "waiting"), []),
    scans: read<Said[]>(place(shop, "scans"), []),
    differing: read<Said[]>(place(shop, "differing"), []),
});

/** False when the browser has no room. */
export function keep<What extends keyof Drawer>(shop: string, what: What, value: Drawer[What]): boolean {
    try {
        localStorage.setItem(place(shop, what), JSON.stringify(value));
        return true;
    } catch {
        return false;
    }
}

/** The lists hold names: they go with who signs out. What the server was not told yet stays. */
export function forget_lists() {
    for (const key of Object.keys(localStorage)) {
        if (/^commis\.gate\..+\.(list|scans)$/.test(key)) localStorage.removeItem(key);
    }
}
