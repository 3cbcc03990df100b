// What the template editor does with text: names put in where the cursor is, lines found again, drafts kept while
// somebody looks at another language. Pure but for the drafts, so that tests need no browser.
import type { Template, TemplateName } from "../lib/api";

export interface Words {
    subject: string;
    body: string;
}

export interface Draft extends Words {
    /** The version that was on the screen when the typing began. */
    version: number;
}

/** Typed and not saved, by shop, event and language; it outlives the editor, not the page. */
export const drafts = new Map<string, Draft>();

export const draft_key = (shop: string, event: string, language: string): string => `${shop} ${event} ${language}`;

export const is_same = (one: Words, other: Words): boolean => one.subject === other.subject && one.body === other.body;

/** A name as it stands in the text; what belongs around something else has a place for it. */
export function tag_of(name: TemplateName): { before: string; after: string } {
    if (name.kind === "text") return { before: `{{${name.name}}}`, after: "" };
    if (name.kind === "condition") return { before: `{{#${name.name}}}`, after: `{{/${name.name}}}` };
    const inner = (name.names ?? []).filter((each) => each.kind === "text").map((each) => each.name);
    const shown = ["quantity", "name", "total", "rate", "amount", "holder", "iban"].filter((each) =>
        inner.includes(each),
    );
    const line = (shown.length > 0 ? shown : inner).map((each) => `{{${each}}}`).join(" ");
    return { before: `{{#${name.name}}}\n- ${line}\n{{/${name.name}}}\n`, after: "" };
}

export interface Edit {
    text: string;
    from: number;
    to: number;
}

/** Puts a name in place of what is selected, or around it. */
export function put_in(text: string, from: number, to: number, name: TemplateName): Edit {
    const { before, after } = tag_of(name);
    const inside = after === "" ? "" : text.slice(from, to);
    const at = from + before.length;
    // A list begins on a line of its own.
    const opens = name.kind === "list" && from > 0 && text[from - 1] !== "\n" ? "\n" : "";
    const made = text.slice(0, from) + opens + before + inside + after + text.slice(to);
    return { text: made, from: at + opens.length, to: at + opens.length + inside.length };
}

/** Where a line begins and ends, counted from 1. */
export function line_span(text: string, line: number): [number, number] {
    let from = 0;
    for (let at = 1; at < line; at += 1) {
        const next = text.indexOf("\n", from);
        if (next < 0) break;
        from = next + 1;
    }
    const end = text.indexOf("\n", from);
    return [from, end < 0 ? text.length : end];
}

/** The names that hold what was typed into the filter, by their word or by what stands in the text. */
export function found_names(names: TemplateName[], wanted: string): TemplateName[] {
    const part = wanted.trim().toLowerCase();
    if (part === "") return names;
    return names.filter((each) => `${each.label} ${each.name} ${each.example ?? ""}`.toLowerCase().includes(part));
}

/** The words that were shown when the draft began. */
export const words_of = (template: Template): Words => ({ subject: template.subject, body: template.body });

/** A mail's document in two: the page that may be shown under the desk's policy, and its style apart. */
export function split_style(html: string): { page: string; style: string } {
    let style = "";
    // The desk loads nothing from elsewhere: a picture shows its words, as it does for many readers.
    const worded = html.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, "$1");
    const page = worded.replace(/<style>([\s\S]*?)<\/style>/g, (_, text: string) => {
        style += text;
        return "";
    });
    return { page, style };
}
