// Measures an upgrade: a data folder that an older program filled is opened by this one. Prints each step and its time,
// how long it took until the program listened, and what the folder weighed before, at most, and after. The folder is
// upgraded by it: give it a copy.
//   node bench/upgrade.mjs DATA
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../tests/support/program.mjs";

const data = process.argv[2];
if (!data) {
    console.error("node bench/upgrade.mjs DATA");
    process.exit(2);
}

const size = (path) => {
    try {
        const found = statSync(path);
        if (!found.isDirectory()) return found.blocks * 512;
        return readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0);
    } catch {
        return 0; // Gone meanwhile.
    }
};
const megabytes = (bytes) => `${Math.round(bytes / 1e6).toLocaleString("en")} MB`;

const folder = mkdtempSync(join(tmpdir(), "commis-bench-upgrade-"));
const log = join(folder, "server.log");
const before = size(data);
let most = before;
const watch = setInterval(() => {
    most = Math.max(most, size(data));
}, 100);
const began = performance.now();
const server = await serve(data, { log });
const took = performance.now() - began;
clearInterval(watch);
await server.end();
for (const line of readFileSync(log, "utf8").trim().split("\n")) {
    const { at, message } = JSON.parse(line);
    if (message.startsWith("upgrade")) console.log(`${at} ${message}`);
}
const copies = size(join(data, "before-upgrades"));
console.log(`listens after ${(took / 1000).toFixed(1)} s`);
console.log(`before ${megabytes(before)}, at most ${megabytes(most)}, after ${megabytes(size(data))}`);
console.log(`of that the copy of before ${megabytes(copies)}`);
rmSync(folder, { recursive: true });
