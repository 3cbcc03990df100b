// Puts the operator's guide (docs/guide) into the desk: one module a language with every topic as finished HTML, so that
// the browser gets no Markdown reader and help works without a connection once it was fetched.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Marked } from "marked";

export const guide_folder = fileURLToPath(new URL("../../docs/guide", import.meta.url));
const prefix = "virtual:guide/";

/** A topic's text as the desk shows it: its title apart, links to other topics as addresses of the desk. */
export function render(id, text) {
    const marked = new Marked({
        renderer: {
            // A single key or a name of a key looks like one.
            codespan: ({ text }) => `<kbd>${text}</kbd>`,
            link({ href, tokens }) {
                const words = this.parser.parseInline(tokens);
                const topic = /^([a-z-]+)\.md$/.exec(href)?.[1];
                if (!topic) throw new Error(`${id}.md: a link to ${href}, which is no topic.`);
                return `<a href="/help/${topic}">${words}</a>`;
            },
            html({ text }) {
                throw new Error(`${id}.md: HTML in the guide: ${text}`);
            },
        },
    });
    const [, title, body] = /^# (.+)\n([\s\S]+)$/.exec(text) ?? [];
    if (!title) throw new Error(`${id}.md does not begin with its title.`);
    return { id, title, html: marked.parse(body).trim() };
}

const names_in = (folder) =>
    existsSync(folder)
        ? readdirSync(folder)
              .filter((name) => name.endsWith(".md"))
              .sort()
        : [];

/** A topic that a language lacks is shown in English; a test wants every one in all. */
export function read_guide(language) {
    const own = join(guide_folder, language);
    return names_in(join(guide_folder, "en")).map((name) => {
        const file = existsSync(join(own, name)) ? join(own, name) : join(guide_folder, "en", name);
        return render(name.slice(0, -3), readFileSync(file, "utf8"));
    });
}

export function guide() {
    return {
        name: "commis-guide",
        resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
        load(id) {
            if (!id.startsWith(`\0${prefix}`)) return undefined;
            const language = id.slice(prefix.length + 1);
            for (const name of names_in(join(guide_folder, language)))
                this.addWatchFile(join(guide_folder, language, name));
            return `export default ${JSON.stringify(read_guide(language))};`;
        },
    };
}
