// How a shop's papers look and what they say, while it is edited: what of it has to be sent.
import type { Shop } from "../lib/api";

export type Papers = Shop["papers"];
export interface PapersForm {
    color: string;
    window: Papers["window"];
    footer: string[];
    exemption_reason: string;
    /** Null while the field is empty. */
    payment_days: number | null;
    return_slips: boolean;
}
export const footer_lines = 4;
export const logo_bytes_max = 512_000;

export const form_of = (papers: Papers): PapersForm => ({
    color: papers.color,
    window: papers.window,
    footer: Array.from({ length: footer_lines }, (_, at) => papers.footer[at] ?? ""),
    exemption_reason: papers.exemption_reason,
    payment_days: papers.payment_days,
    return_slips: papers.return_slips,
});

/** As it is kept: no spaces around, and no empty lines at the end of the footer. */
function tidy(form: PapersForm): PapersForm {
    const footer = form.footer.map((line) => line.trim());
    while (footer.at(-1) === "") footer.pop();
    return { ...form, footer, color: form.color.trim().toLowerCase(), exemption_reason: form.exemption_reason.trim() };
}

export function papers_patch(papers: Papers, typed: PapersForm): Partial<PapersForm> {
    const known = tidy(form_of(papers));
    const after = tidy(typed);
    const names = (Object.keys(after) as (keyof PapersForm)[]).filter((name) => after[name] !== null);
    const changed = names.filter((name) => JSON.stringify(known[name]) !== JSON.stringify(after[name]));
    return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<PapersForm>;
}

/** What is wrong with a picture before it is sent. */
export function logo_fault(file: { type: string; size: number }): "not_png" | "too_large" | undefined {
    if (file.type !== "image/png") return "not_png";
    return file.size > logo_bytes_max ? "too_large" : undefined;
}
