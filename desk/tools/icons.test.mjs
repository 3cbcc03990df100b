// The icons come out of the library's own files: a new version of it that keeps them differently stops the build.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { component_of } from "./icons.mjs";

const folder = fileURLToPath(new URL("../node_modules/@lucide/svelte/dist/icons", import.meta.url));
const source_of = (name) => readFileSync(join(folder, `${name}.svelte`), "utf8");

describe("icons", () => {
    test("an icon's drawing stands in its markup", () => {
        const made = component_of(source_of("ellipsis"), "ellipsis.svelte");
        expect(made).toContain('<circle cx="12" cy="12" r="1" /><circle cx="19" cy="12" r="1" />');
        expect(made).toContain('viewBox="0 0 24 24"');
    });
    test("every icon of the library can be drawn so", () => {
        const names = readdirSync(folder).filter((name) => name.endsWith(".svelte"));
        expect(names.length).toBeGreaterThan(1000);
        for (const name of names.filter((_, index) => index % 20 === 0))
            expect(component_of(readFileSync(join(folder, name), "utf8"), name)).toMatch(/<\/svg>\n$/);
    });
    test("a file without an icon is an error that names it", () => {
        expect(() => component_of("<svg />", "odd.svelte")).toThrow("odd.svelte");
    });
});
