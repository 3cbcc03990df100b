// A payment method while it is edited: what differs from before is sent, what equals the profile is given back to it.
import type { MethodPatch, MethodSettings, MethodSettingsRow } from "../lib/api";

export type MethodForm = MethodSettings & { labels: Words; instructions: Words };
type Words = { en: string; fr: string; da: string; de: string };
export type Step = MethodSettings["dunning"][number];

export function form_of(settings: MethodSettings): MethodForm {
    const blank = { en: "", fr: "", da: "", de: "" };
    const copy = structuredClone(settings);
    return { ...copy, labels: { ...blank, ...copy.labels }, instructions: { ...blank, ...copy.instructions } };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export function method_patch(row: MethodSettingsRow, typed: MethodForm): MethodPatch {
    const before = form_of(row.settings);
    const own = row.defaults ? form_of(row.defaults) : undefined;
    const names = Object.keys(before) as (keyof MethodForm)[];
    const changed = names.filter((name) => !same(before[name], typed[name]));
    return Object.fromEntries(
        changed.map((name) => [name, own && same(own[name], typed[name]) ? null : typed[name]]),
    ) as MethodPatch;
}

/** Which members are not as the profile has them. */
export function changed_members(row: MethodSettingsRow): string[] {
    if (!row.defaults) return [];
    const own = form_of(row.defaults);
    const now = form_of(row.settings);
    return (Object.keys(now) as (keyof MethodForm)[]).filter((name) => !same(now[name], own[name]));
}

/** Only what is paid later can be reminded of. */
export const is_dunned = (row: MethodSettingsRow) => row.kind === "offline";

export function next_step(steps: Step[]): Step {
    const last = steps.at(-1);
    return { day: Math.min(365, (last?.day ?? 0) + 7), action: "remind", automatic: false };
}

/** Where on a line of 0 to 100 the steps stand, with room at the end. */
export function positions(steps: Step[]): number[] {
    const end = Math.max(14, ...steps.map((step) => step.day)) * 1.12;
    return steps.map((step) => (Math.max(0, step.day) / end) * 100);
}
