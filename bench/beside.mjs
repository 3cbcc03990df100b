// The same HTTP work against any order back office, through an adapter: a file that says how that server is asked to
// place an order, mark it paid, list, search and show. One client for all, so that only the servers differ.
//   node bench/beside.mjs bench/beside/commis.mjs --url http://127.0.0.1:8080 --shop demo --token TOKEN
//   [--seconds N] [--connections N] [--json FILE]
// What else an adapter wants to be told is an option that it names. bench/README.md has the rest.
import { writeFileSync } from "node:fs";
import { Agent as PlainAgent, request as plain_request } from "node:http";
import { Agent as SecureAgent, request as secure_request } from "node:https";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { part } from "./measure.mjs";

const [file, ...words] = process.argv.slice(2);
const adapter = file && !file.startsWith("--") ? (await import(pathToFileURL(resolve(file)))).default : undefined;
const own = ["url", "seconds", "connections", "json", ...(adapter?.options ?? [])];
const { values: options } = parseArgs({
    args: adapter ? words : [],
    options: Object.fromEntries(own.map((name) => [name, { type: "string" }])),
});
const seconds = Number(options.seconds ?? 8);
const connections = Number(options.connections ?? 16);
if (!options.url || adapter.options.some((name) => !options[name]) || !(seconds > 0) || !(connections >= 1)) {
    const told = (adapter?.options ?? []).map((name) => ` --${name} ${name.toUpperCase()}`).join("");
    const more = "[--seconds N] [--connections N] [--json FILE]";
    console.error(`usage: node bench/beside.mjs ${file ?? "ADAPTER"} --url URL${told} ${more}`);
    process.exit(2);
}
const server = new URL(options.url);
const [ask, Agent] = server.protocol === "https:" ? [secure_request, SecureAgent] : [plain_request, PlainAgent];
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const standing = adapter.headers(options);

/** One request and its whole answer; anything but 2xx is told with what stood in it. */
function send({ method = "GET", path, body, headers = {} }) {
    const bytes = body === undefined ? undefined : JSON.stringify(body);
    const typed = bytes === undefined ? {} : { "Content-Type": "application/json" };
    const base = server.pathname.replace(/\/$/, "");
    return new Promise((done, fail) => {
        const sent = ask(
            server,
            { agent, method, path: base + path, headers: { ...standing, ...typed, ...headers } },
            (answer) => {
                const parts = [];
                answer.on("data", (part_of) => parts.push(part_of));
                answer.on("error", fail);
                answer.on("end", () => {
                    const text = Buffer.concat(parts).toString();
                    if (answer.statusCode >= 200 && answer.statusCode < 300) done(text);
                    else fail(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
                });
            },
        );
        sent.on("error", fail);
        sent.end(bytes);
    });
}

/** As many at once as there are connections, until the time is over or `next` has nothing more. */
async function measure(next, on_answer = () => {}) {
    const took = [];
    const faults = [];
    const until = performance.now() + 1000 * seconds;
    const began = performance.now();
    const client = async () => {
        while (performance.now() < until) {
            const wish = next();
            if (!wish) return;
            const sent_at = performance.now();
            try {
                const text = await send(wish);
                took.push(performance.now() - sent_at);
                on_answer(text);
            } catch (fault) {
                faults.push(fault.message);
                // A server that refuses everything is to be told soon, not after a million refusals.
                if (faults.length > 100 && faults.length > took.length) return;
            }
        }
    };
    await Promise.all(Array.from({ length: connections }, client));
    const span = (performance.now() - began) / 1000;
    took.sort((a, b) => a - b);
    const at = (share) => (took.length === 0 ? null : part(took, share));
    return { rate: took.length / span, p50: at(0.5), p99: at(0.99), answers: took.length, faults };
}

const figures = { server: adapter.name, url: server.origin, seconds, connections, work: {} };
const ids = [];

async function tell(name, next, on_answer) {
    if (!next) {
        console.log(`${name.padEnd(28)} not offered by ${adapter.name}`);
        figures.work[name] = null;
        return;
    }
    const { faults, ...found } = await measure(next, on_answer);
    const ms = (value) => (value === null ? "–" : `${value.toFixed(1)} ms`);
    const times = `p50 ${ms(found.p50).padEnd(9)} p99 ${ms(found.p99).padEnd(9)}`;
    const counts = `${found.answers} answers, ${faults.length} refused`;
    console.log(`${name.padEnd(28)} ${found.rate.toFixed(1).padStart(9)}/s   ${times} ${counts}`);
    if (faults.length > 0) console.log(`    the first of them: ${faults[0]}`);
    figures.work[name] = { ...found, refused: faults.length };
}

let placed = 0;
let paid = 0;
let asked = 0;
const run = Date.now().toString(36);
const some_id = () => ids[asked++ % ids.length];
const when_there_are_ids = (make) => (make && ids.length > 0 ? make : undefined);

console.log(`${adapter.name} at ${server.origin}, ${connections} connections, ${seconds} s each`);
await tell(
    "orders placed",
    () => adapter.place(run, placed++),
    (text) => ids.push(adapter.id(JSON.parse(text))),
);
// Each order once: a second time would be a refusal, and those are quick.
await tell(
    "marked paid",
    when_there_are_ids(adapter.mark_paid && (() => (paid < ids.length ? adapter.mark_paid(ids[paid++]) : undefined))),
);
await tell("order list, newest 50", adapter.list && (() => adapter.list()));
await tell("search by a part of a name", adapter.search && (() => adapter.search("lef")));
await tell("order page", when_there_are_ids(adapter.read && (() => adapter.read(some_id()))));
agent.destroy();
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 4)}\n`);
if (Object.values(figures.work).some((work) => work && work.answers === 0)) process.exitCode = 1;
