// The languages of the desk: their names, the files of their words, and which one a browser begins with.
import type english from "$locales/en/desk.json";

export type Language = "en" | "fr" | "da" | "de";
type Words = Record<keyof typeof english, string>;

/** Each language in its own words, so that anybody finds his own. */
export const language_names: Record<Language, string> = { en: "English", fr: "Français", da: "Dansk", de: "Deutsch" };
export const languages = Object.keys(language_names) as Language[];

const files: Record<Language, () => Promise<{ default: Words }>> = {
    en: () => import("$locales/en/desk.json"),
    fr: () => import("$locales/fr/desk.json"),
    da: () => import("$locales/da/desk.json"),
    de: () => import("$locales/de/desk.json"),
};
export const words_in = (language: Language) => files[language]();

export function first_language(): Language {
    const wanted = [localStorage.getItem("commis.language") ?? "", ...navigator.languages].map((each) =>
        each.slice(0, 2),
    );
    return wanted.find((each): each is Language => languages.includes(each as Language)) ?? "en";
}
