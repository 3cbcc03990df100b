// How the desk is built: one page, files with hashed names, nothing inline, because the server's policy forbids inline code.
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { guide } from "./tools/guide.mjs";

const program = process.env.COMMIS_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
    plugins: [guide(), svelte()],
    resolve: { alias: { $locales: fileURLToPath(new URL("../locales", import.meta.url)) } },
    build: {
        target: "es2023",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        // What every first load needs comes in one file: forty small ones cost more than they spare.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
    },
    server: { fs: { allow: [".."] }, proxy: { "/api": program } },
});
