// The unit tests: logic only, no browser; the browser tests stand in tests/desk.
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { guide } from "./tools/guide.mjs";

export default defineConfig({
    plugins: [guide(), svelte()],
    resolve: { alias: { $locales: fileURLToPath(new URL("../locales", import.meta.url)) } },
    test: { include: ["src/**/*.test.ts", "tools/*.test.mjs"], environment: "node" },
});
