// The list of states while it is edited: rows with keys of their own, because a new state has no id before it is saved.
import type { StateSettings, StatesReplace } from "../lib/api";
import type { Language } from "../lib/i18n.svelte";

export type Labels = Record<Language, string>;
export interface StateForm {
    key: number;
    /** Empty while the state is new. */
    id: string;
    stage: StateSettings["stage"];
    labels: Labels;
    color: string;
    published: boolean;
    initial_only: boolean;
    /** Keys of the rows it may be chosen from; empty: from any. */
    sources: number[];
    orders: number;
    orders_is_estimate: boolean;
}
export type OwnState = Omit<StatesReplace["states"][number], "labels"> & { labels: Partial<Labels> };

let last_key = 0;

/** Rows of states as the server or a profile names them; `count` says how many orders stand in one. */
export function rows_of(states: OwnState[], count: (id: string) => Pick<StateForm, "orders" | "orders_is_estimate">) {
    const keys = new Map(states.map((state) => [state.id, ++last_key]));
    return states.map(
        (state): StateForm => ({
            key: keys.get(state.id)!,
            id: state.id,
            stage: state.stage,
            labels: { en: "", fr: "", da: "", de: "", ...state.labels },
            color: state.color ?? "grey",
            published: state.published ?? true,
            initial_only: state.initial_only ?? false,
            sources: (state.allowed_from ?? []).flatMap((id) => keys.get(id) ?? []),
            ...count(state.id),
        }),
    );
}

export const blank_row = (): StateForm => ({
    key: ++last_key,
    id: "",
    stage: "processing",
    labels: { en: "", fr: "", da: "", de: "" },
    color: "teal",
    published: true,
    initial_only: false,
    sources: [],
    orders: 0,
    orders_is_estimate: false,
});

const letters: Record<string, string> = { æ: "ae", ø: "o", å: "a", ß: "ss", œ: "oe" };

/** "À préparer" is `a_preparer`; a second one `a_preparer_2`. */
export function id_for(label: string, taken: Set<string>): string {
    const plain = [...label.toLowerCase()].map((letter) => letters[letter] ?? letter).join("");
    const bare = plain
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_+|_+$/g, "")
        .slice(0, 40);
    const stem = bare === "" ? "state" : bare;
    for (let n = 1; ; n += 1) {
        const id = n === 1 ? stem : `${stem}_${n}`;
        if (!taken.has(id)) return id;
    }
}

/** What is sent: every state with its id, in order. */
export function body_of(rows: StateForm[], language: Language): StatesReplace {
    const ids = new Map(rows.filter((row) => row.id !== "").map((row) => [row.key, row.id]));
    const taken = new Set(ids.values());
    for (const row of rows) {
        if (row.id !== "") continue;
        const id = id_for(row.labels[language] || row.labels.en, taken);
        taken.add(id);
        ids.set(row.key, id);
    }
    return {
        states: rows.map((row, index) => ({
            id: ids.get(row.key)!,
            stage: row.stage,
            labels: row.labels,
            color: row.color,
            published: row.published,
            initial_only: row.initial_only && index === 0,
            allowed_from: row.sources.flatMap((key) => ids.get(key) ?? []),
        })),
    };
}

export function moved<T>(list: T[], from: number, to: number): T[] {
    const copy = [...list];
    const [item] = copy.splice(from, 1);
    if (item !== undefined) copy.splice(to, 0, item);
    return copy;
}

export const palette = ["blue", "teal", "amber", "violet", "green", "red", "grey"];
