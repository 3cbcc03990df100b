// Measures one, two and four programs on one PostgreSQL: orders placed and marked paid with sixteen connections in all,
// shared among them. What one program reaches is the measure of the others; PostgreSQL and the clients share the
// processors with them. COMMIS_TEST_POSTGRES names the server; it writes to the disk before it says yes.
//   node bench/growth.mjs [SECONDS] [FILE.json]
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { binary, serve } from "../tests/support/program.mjs";

const seconds = Number(process.argv[2] ?? 8);
const json_file = process.argv[3];
const server = process.env.COMMIS_TEST_POSTGRES;
if (!server) {
    console.error("COMMIS_TEST_POSTGRES names no server");
    process.exit(2);
}
const root = fileURLToPath(new URL("../", import.meta.url));
const connections = 16;
const name = `commis_growth_${process.pid}`;
const sql = (database, text) =>
    execFileSync("psql", ["-qAt", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text], { encoding: "utf8" });
sql(server, `CREATE DATABASE ${name}`);
const database = server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
const folder = mkdtempSync(join(tmpdir(), "commis-bench-growth-"));
const run = (...words) =>
    execFileSync(binary, [...words, "--database", database], { encoding: "utf8", cwd: folder }).trim();

/** Runs one load on all programs at once, the connections shared among them; answers the sum. */
async function load(programs, script, path, more) {
    const each = connections / programs.length;
    const threads = Math.min(2, each);
    const outs = await Promise.all(
        programs.map(({ url }, at) => {
            const words = ["--latency", `-t${threads}`, `-c${each}`, `-d${seconds}s`, "-s", `${root}bench/${script}`];
            return promisify(execFile)("wrk", [...words, `${url}${path}`, "--", ...more(at)]);
        }),
    );
    const refused = outs.some(({ stdout }) => /Non-2xx/.test(stdout));
    if (refused && script !== "act.lua") throw new Error(outs.map(({ stdout }) => stdout).join("\n"));
    return outs.reduce((sum, { stdout }) => sum + Number(/^Requests\/sec:\s+([\d.]+)/m.exec(stdout)[1]), 0);
}

const figures = {};
try {
    const usual = ["--currency", "EUR", "--language", "fr", "--timezone", "Europe/Paris"];
    run("shop", "create", "--id", "bench", "--name", "Bench", "--profile", "web-shop", ...usual);
    const token = run("token", "create", "--shop", "bench", "--role", "owner").split("\n").at(-1);
    for (const count of [1, 2, 4]) {
        const places = Array.from({ length: count }, (_, at) => mkdtempSync(join(folder, `${count}-${at}-`)));
        const programs = await Promise.all(
            places.map((cwd) => serve("", { place: ["--database", database], cwd, env: { COMMIS_LOG_LEVEL: "warn" } })),
        );
        const run_name = `growth-${count}-${Date.now()}`;
        const placed = await load(programs, "place.lua", "/api/v1/shops/bench/orders", (at) => [
            token,
            `${run_name}-${at}`,
        ]);
        const ids = sql(database, "SELECT order_id FROM orders WHERE payment_status = 'pending' LIMIT 40000");
        const lists = ids.trim().split("\n");
        const share = Math.ceil(lists.length / count);
        for (let at = 0; at < count; at += 1) {
            writeFileSync(join(folder, `ids-${at}`), `${lists.slice(at * share, (at + 1) * share).join("\n")}\n`);
        }
        const paid = await load(programs, "act.lua", "/api/v1/shops/bench/orders", (at) => [
            token,
            join(folder, `ids-${at}`),
        ]);
        await Promise.all(programs.map((program) => program.end()));
        const one = figures[1] ?? { placed, paid };
        figures[count] = { placed, paid };
        const times = (now, first) => `${now.toFixed(0).padStart(6)}/s (${(now / first).toFixed(2)} times one)`;
        console.log(`${count} on PostgreSQL: placed ${times(placed, one.placed)}, paid ${times(paid, one.paid)}`);
    }
    const doubled = sql(database, "SELECT count(*) - count(DISTINCT number) FROM orders").trim();
    console.log(`numbers taken twice: ${doubled}; commis check: ${run("check").split("\n").at(-1)}`);
    if (doubled !== "0") process.exitCode = 1;
} finally {
    sql(server, `DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
}
if (json_file) writeFileSync(json_file, `${JSON.stringify(figures, null, 4)}\n`);
