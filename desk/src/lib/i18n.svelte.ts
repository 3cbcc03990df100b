// The desk's own words. The keys are typed from the English file, so an unknown key or a missing language does not
// compile. Whatever has a code (states, statuses, actions, refusals) comes from the server with its label and is not in
// here.
import type english from "$locales/en/desk.json";
import type english_settings from "$locales/en/settings.json";
import { whole } from "./format";
import { type Language, words_in } from "./languages";

export { first_language, type Language, language_names, languages } from "./languages";

export type Key = keyof typeof english | keyof typeof english_settings;
export type Words = Record<Key, string>;

type File = () => Promise<{ default: Partial<Words> }>;
// The words of the settings are many and rarely read: they come with the first of its screens.
const settings_files: Record<Language, File> = {
    en: () => import("$locales/en/settings.json"),
    fr: () => import("$locales/fr/settings.json"),
    da: () => import("$locales/da/settings.json"),
    de: () => import("$locales/de/settings.json"),
};
let settings_wanted = false;

class Wording {
    language = $state<Language>("en");
    words = $state.raw<Partial<Words>>({});
}
export const wording = new Wording();

let asked = 0;
let wish: Language = "en";
let latest: Promise<void> = Promise.resolve();

/** The last wish wins: whoever asked earlier waits for its words, so that nobody draws a screen without them. */
export function speak(language: Language): Promise<void> {
    wish = language;
    asked += 1;
    latest = load(language, asked);
    return latest;
}

async function load(language: Language, question: number): Promise<void> {
    const more = settings_wanted ? settings_files[language]() : undefined;
    const parts = await Promise.all([words_in(language), more]);
    if (question !== asked) return latest;
    wording.words = Object.assign({}, ...parts.map((part) => part?.default));
    wording.language = language;
    document.documentElement.lang = language;
    localStorage.setItem("commis.language", language);
}

/** Before a screen of the settings is shown; from then on another language brings their words, too. */
export function speak_settings(): Promise<void> {
    if (settings_wanted) return latest;
    settings_wanted = true;
    return speak(wish);
}

export function fill(text: string, values: Record<string, string | number>): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function t(key: Key, values: Record<string, string | number> = {}): string {
    return fill(wording.words[key] ?? key, values);
}

type Stem<K> = K extends `${infer S}_one` ? S : never;
const rules = new Map<Language, Intl.PluralRules>();

/** A text that depends on a number: `stem_one` or `stem_other`, with the number as {n}. */
export function tn(stem: Stem<Key>, n: number, values: Record<string, string | number> = {}): string {
    const language = wording.language;
    if (!rules.has(language)) rules.set(language, new Intl.PluralRules(language));
    const form = rules.get(language)?.select(n) === "one" ? "one" : "other";
    return t(`${stem}_${form}` as Key, { n: whole(n, language), ...values });
}
