// Svelte's own settings: runes everywhere, and elements made one by one: most are made once, and the browser need not read
// their markup for it.
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default { preprocess: vitePreprocess(), compilerOptions: { runes: true, fragments: "tree" } };
