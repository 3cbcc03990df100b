// The operator's guide is whole: every topic in every language, with the same steps, keys and links; and every screen,
// dialog, action and section of the settings leads to one of its topics (G-01).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { dialogs } from "../src/lib/actions.ts";
import { all_topics, explained_actions, explained_sections, screen_topic } from "../src/lib/topics.ts";
import { sections } from "../src/settings/sections.ts";
import { guide_folder, read_guide, render } from "./guide.mjs";

const languages = ["en", "fr", "da", "de"];
const text_of = (language, topic) => readFileSync(join(guide_folder, language, `${topic}.md`), "utf8");
const count = (text, pattern) => [...text.matchAll(pattern)].length;
const keys = { Strg: "Ctrl", Entrée: "Enter", Umschalt: "Shift", Maj: "Shift", "`F-`": "`R-`", "F-": "R-" };
const codes = (text) => [...text.matchAll(/`([^`]+)`/g)].map((match) => keys[match[1]] ?? match[1]);
const links = (text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]);

describe.each(languages)("the guide in %s", (language) => {
    test("has every topic and no other", () => {
        const names = readdirSync(join(guide_folder, language)).map((name) => name.replace(/\.md$/, ""));
        expect(names.sort()).toEqual([...all_topics].sort());
    });
    test.each(all_topics)("%s has the steps, keys and links that the English text has", (topic) => {
        const [own, english] = [text_of(language, topic), text_of("en", topic)];
        for (const pattern of [/^\d+\. /gm, /^- /gm]) expect(count(own, pattern)).toBe(count(english, pattern));
        expect(codes(own).sort()).toEqual(codes(english).sort());
        expect(links(own)).toEqual(links(english));
        const words = own.split(/\s+/).length;
        expect(words).toBeGreaterThan(90);
        expect(words).toBeLessThan(290);
    });
    test("becomes pages with addresses of the desk", () => {
        for (const { id, title, html } of read_guide(language)) {
            expect(title, id).not.toBe("");
            const addresses = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
            expect(addresses.length, id).toBeGreaterThan(1);
            for (const address of addresses) expect(all_topics, id).toContain(address.replace("/help/", ""));
        }
    });
    test("stands in the list of the folder, with its titles", () => {
        const list = readFileSync(join(guide_folder, "README.md"), "utf8");
        for (const { id, title } of read_guide(language)) expect(list).toContain(`[${title}](${language}/${id}.md)`);
    });
});

describe("what a topic may not hold", () => {
    test("HTML", () => expect(() => render("x", "# T\n\n<b>x</b>\n")).toThrow("HTML in the guide"));
    test("a link that leads out of the guide", () =>
        expect(() => render("x", "# T\n\n[a](https://example.org)\n")).toThrow("which is no topic"));
    test("a text without a title", () => expect(() => render("x", "Text\n")).toThrow("does not begin with its title"));
});

describe("G-01: everything has its topic", () => {
    const source = fileURLToPath(new URL("../src", import.meta.url));
    const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith(".svelte"));
    const with_dialogs = files
        .map((name) => [name, readFileSync(join(source, name), "utf8")])
        .filter(([, text]) => /<Dialog\s/.test(text) && /import Dialog from/.test(text));

    test("there are dialogs to look at", () => expect(with_dialogs.length).toBeGreaterThan(5));
    test.each(with_dialogs)("every dialog of %s names one", (_, text) => {
        for (const [, parts] of text.matchAll(/<Dialog\s((?:[^>]|=>)*)/g)) {
            const topic = /\btopic=(?:"([a-z-]+)"|\{)/.exec(parts);
            expect(topic, parts.slice(0, 80)).not.toBeNull();
            if (topic[1]) expect(all_topics).toContain(topic[1]);
        }
    });
    test.each(Object.keys(dialogs))("the action %s", (action) => expect(explained_actions).toContain(action));
    test.each(sections.map((section) => section.id))("the section %s of the settings", (id) => {
        expect(explained_sections).toContain(id);
        expect(all_topics).toContain(screen_topic({ screen: "settings", shop: "x", id }));
    });
});
