// What script/bench printed, as JSON: each line of work with its rate, the ceiling of the same run, and p50 and p99.
//   node bench/figures.mjs PRINTED FILE.json
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";

const [printed, file] = process.argv.slice(2);
const ms = { us: 0.001, ms: 1, s: 1000 };
const work = {};
let memory;
for (const line of readFileSync(printed, "utf8").split("\n")) {
    const [, name, rate] = /^(\S.*?) {2,}([\d.]+)\/s /.exec(line) ?? [];
    if (name) {
        const [, ceiling] = / % of ([\d.]+)\/s/.exec(line) ?? [];
        const time = (part) => {
            const [, value, unit] = new RegExp(`${part} ([\\d.]+) ?(us|ms|s)\\b`).exec(line) ?? [];
            return value && Number(value) * ms[unit];
        };
        work[name] = {
            per_second: Number(rate),
            ...(ceiling && { ceiling_per_second: Number(ceiling), share: Number(rate) / Number(ceiling) }),
            ...(time("p50") && { p50_ms: time("p50") }),
            ...(time("p99") && { p99_ms: time("p99") }),
        };
    }
    const [, idle, after] = /^memory: idle ([\d.]+) MB, after ([\d.]+) MB/.exec(line) ?? [];
    if (idle) memory = { idle_mb: Number(idle), after_mb: Number(after) };
}
if (Object.keys(work).length === 0) throw new Error(`${printed} has no figures`);
const machine = {
    processors: cpus().length,
    model: cpus()[0].model,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
};
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, work, memory }, null, 4)}\n`);
