// The operator's guide in the language of the person, fetched once, and what stands open of it beside a screen.
import { type Language, wording } from "./i18n.svelte";
import type { Topic } from "./topics";

export interface Page {
    id: string;
    title: string;
    html: string;
}

const files: Record<Language, () => Promise<{ default: Page[] }>> = {
    en: () => import("virtual:guide/en"),
    fr: () => import("virtual:guide/fr"),
    da: () => import("virtual:guide/da"),
    de: () => import("virtual:guide/de"),
};
export const panel = () => import("../help/HelpPanel.svelte");

/** Every topic in the language of the desk. */
export const guide = async (language: Language): Promise<Page[]> => (await files[language]()).default;

/** Fetches help before anybody asks for it, so that it also opens without a connection. */
export const fetch_help = () => Promise.all([guide(wording.language), panel()]);

/** The topic that stands open beside the screen; a dialog has a panel of its own. */
export const help = $state<{ topic: Topic | undefined }>({ topic: undefined });
