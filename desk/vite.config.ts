// How the desk is built: one page, files with hashed names, nothing inline, because the server's policy forbids inline code.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";
import { guide } from "./tools/guide.mjs";
import { icons } from "./tools/icons.mjs";

const program = process.env.COMMIS_URL ?? "http://127.0.0.1:8080";

const first_file = "first";

/** Nearly all of the first file runs at once: the browser may compile it while it loads, beside the page, instead of
    function by function when they are called. */
const compiled_at_once: Plugin = {
    name: "compiled-at-once",
    // On the written file, because the mark must be its first line and others put theirs before it.
    writeBundle({ dir = "" }, bundle) {
        const first = Object.values(bundle).find(({ name }) => name === first_file);
        if (!first) throw new Error("There is no first file to mark.");
        const file = join(dir, first.fileName);
        writeFileSync(file, `//# allFunctionsCalledOnLoad\n${readFileSync(file, "utf8")}`);
    },
};

export default defineConfig({
    plugins: [guide(), icons(), svelte(), compiled_at_once],
    resolve: { alias: { $locales: fileURLToPath(new URL("../locales", import.meta.url)) } },
    build: {
        target: "es2023",
        // Browsers that know `popover` know `light-dark()`, too: colours stay as they are written.
        cssTarget: ["chrome123", "firefox125", "safari17.5"],
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        // What every first load needs comes in one file: forty small ones cost more than they spare.
        rolldownOptions: {
            output: {
                codeSplitting: {
                    groups: [
                        // What asks the server first does not wait for the rest.
                        { name: "begin", test: /\/src\/begin\.ts$/, priority: 1 },
                        { name: first_file, tags: ["$initial"] },
                    ],
                },
            },
        },
    },
    server: { fs: { allow: [".."] }, proxy: { "/api": program } },
});
