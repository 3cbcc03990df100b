// Measures a shop with many orders: how soon the program answers after its start, the order list and each of its
// filters, search, the order page, statistics, a bulk action with the list beside it, an export, and the memory.
//   node bench/volume.mjs DATA SHOP [--bulk N] [--only lists,bulk] [--against DATA2 [--within TIMES]] [--seconds N]
//       [--json FILE]
// DATA is left as it was but for the bulk action's new state. bench/README.md says how such a folder is made.
import { execFile, execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { call, run, serve } from "../tests/support/program.mjs";
import { part, probe, wait } from "./measure.mjs";

const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        bulk: { type: "string", default: "100000" },
        only: { type: "string" }, // Some of lists, search, statistics, export, bulk.
        against: { type: "string" }, // A folder with fewer orders: its list is measured in turns with this one's.
        within: { type: "string" }, // How many times as slow as there it may be, or the program's end says no.
        seconds: { type: "string", default: "8" },
        json: { type: "string" },
    },
});
const [data, shop] = positionals;
if (!shop) {
    const more = "[--against DATA2 [--within TIMES]] [--seconds N] [--json FILE]";
    console.error(`usage: node bench/volume.mjs DATA SHOP [--bulk N] [--only lists,bulk] ${more}`);
    process.exit(2);
}
const root = fileURLToPath(new URL("../", import.meta.url));
const ceiling = (...words) =>
    execFileSync(`${root}build/release/bench/commis_bench_ceiling`, words, {
        encoding: "utf8",
        maxBuffer: 2 ** 26,
    }).trim();
const database = join(data, "commis.db");
const seconds = Number(options.seconds);
const scratch = mkdtempSync(join(tmpdir(), "commis-bench-volume-"));
const figures = {};

const ms = (value) => `${value.toFixed(1)} ms`;
const status_mb = (pid, name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

function tell(name, text, values) {
    console.log(`${name.padEnd(36)} ${text}`);
    figures[name] = values;
}

/** One user asking again and again. */
async function alone(ask, times) {
    const took = [];
    for (let at = 0; at < times; at += 1) {
        const began = performance.now();
        await ask(at);
        took.push(performance.now() - began);
    }
    took.sort((a, b) => a - b);
    return { p50: part(took, 0.5), p99: part(took, 0.99) };
}

/** Sixteen connections asking for one path after the other; refusals would be quick, so none may be among them. */
async function together(server, token, paths) {
    const file = join(scratch, "paths");
    writeFileSync(file, `${paths.join("\n")}\n`);
    const words = ["--latency", "-t2", "-c16", `-d${seconds}s`, "-s", `${root}bench/ask.lua`, server.url];
    const { stdout } = await promisify(execFile)("wrk", [...words, "--", token, file]);
    if (/Non-2xx/.test(stdout)) throw new Error(stdout);
    const rate = Number(/^Requests\/sec:\s+([\d.]+)/m.exec(stdout)[1]);
    const [, value, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout);
    return { rate, p99: Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit] };
}

function tell_rate(name, { rate, p99 }, top) {
    const share = top ? `${((100 * rate) / top).toFixed(0)} % of ${top}/s` : "";
    tell(name, `${rate.toFixed(0).padStart(6)}/s   p99 ${ms(p99).padEnd(10)} ${share}`, { rate, p99, ceiling: top });
}
function tell_times(name, { p50, p99 }) {
    tell(name, `p50 ${ms(p50).padEnd(10)} p99 ${ms(p99)}`, { p50, p99 });
}

/** What is on the disk and nothing of it in memory, where the kernel lets us ask for that. */
function forget_pages() {
    try {
        execFileSync("sync");
        writeFileSync("/proc/sys/vm/drop_caches", "1");
        return "nothing cached";
    } catch {
        return "pages cached";
    }
}

async function start(token) {
    const cached = forget_pages();
    const began = performance.now();
    const server = await serve(data, { env: { COMMIS_LOG_LEVEL: "warn" } });
    await call(server.url, shop, token, "GET", "/orders?limit=50");
    const took = performance.now() - began;
    tell("start to the first list", `${ms(took)}, ${cached}`, { ms: took, cached });
    return server;
}

/** A server that nobody has asked anything yet, after its own loops have looked for work. */
async function measure_idle() {
    const server = await serve(data, { env: { COMMIS_LOG_LEVEL: "warn" } });
    await wait(3000);
    const idle = status_mb(server.pid, "VmRSS");
    await server.end();
    return idle;
}

async function measure_lists(server, token) {
    const get = (path) => call(server.url, shop, token, "GET", path);
    const base = `/api/v1/shops/${shop}`;
    const state = ceiling("state", database);
    const top = Number(ceiling("list", database, state, "3"));
    const by_state = `/orders?limit=50&state=${state}`;
    tell_rate("order list, 50 by state", await together(server, token, [base + by_state]), top);
    const { items, next_cursor } = await get(by_state);
    const filters = {
        "newest first": "limit=50",
        "by state": `limit=50&state=${state}`,
        "its next page": `limit=50&state=${state}&cursor=${encodeURIComponent(next_cursor)}`,
        "by state, by total": `limit=50&state=${state}&sort=-total`,
        "by payment": "limit=50&payment_status=pending",
        "by queue": "limit=50&queue=to_ship",
        "by method and state": `limit=50&state=${state}&payment_method=paypal`,
        "by promotion": "limit=50&promo_code=NOEL",
        "by article": "limit=50&sku=T-1003",
        "by rare article and state": "limit=50&sku=T-2990&state=received",
        "by month": "limit=50&placed_from=2025-11-01T00:00:00Z&placed_to=2025-12-01T00:00:00Z",
        "by total": "limit=50&min_total=20000&max_total=21000",
        "by customer's mail, searched": "limit=50&q=kunde17%40example.org",
        "with a hold": "limit=50&has_hold=true",
        "nothing fits": "limit=50&state=received&promo_code=NONE",
        counted: `limit=50&state=${state}&count=true`,
    };
    for (const [name, query] of Object.entries(filters)) {
        tell_times(`list: ${name}`, await alone(() => get(`/orders?${query}`), 60));
    }
    tell_times("queues counted", await alone(() => get("/queues"), 60));
    const pages = (await get("/orders?limit=100")).items.concat(items).map((order) => `${base}/orders/${order.id}`);
    tell_rate("order page", await together(server, token, pages));
}

/** The list here and in a shop with fewer orders, in turns, so that others' work falls on both. */
async function measure_against(server, token, other_data) {
    const new_token = (folder) => run(folder, "token", "create", "--shop", shop, "--role", "owner").trim();
    const other_token = new_token(other_data).split("\n").at(-1);
    const other = await serve(other_data, { env: { COMMIS_LOG_LEVEL: "warn" } });
    try {
        const other_count = Number(ceiling("count", join(other_data, "commis.db")));
        const path = `/api/v1/shops/${shop}/orders?limit=50&state=${ceiling("state", database)}`;
        const rounds = [];
        for (let round = 0; round < 5; round += 1) {
            const here = await together(server, token, [path]);
            const there = await together(other, other_token, [path]);
            rounds.push({ here: here.rate, there: there.rate, times: there.rate / here.rate });
        }
        const { here, there, times } = rounds.sort((a, b) => a.times - b.times)[2];
        const rates = `${here.toFixed(0)}/s, with ${other_count} orders ${there.toFixed(0)}/s`;
        const text = `${rates}: ${times.toFixed(2)} times`;
        tell("order list beside few orders", text, { here, there, times, other_count });
        if (options.within && times > Number(options.within)) process.exitCode = 1;
    } finally {
        await other.end();
    }
}

async function measure_search(server, token) {
    const names = ["Lefèvre", "marchand", "Sørensen", "Wiśniewska", "garance", "Jürgen Keller", "Zoé", "Nguyễn"];
    const terms = Array.from({ length: 400 }, (_, at) =>
        at % 3 === 0
            ? `kunde${at * 37}@`
            : at % 3 === 1
              ? names[at % names.length].slice(0, 4 + (at % 4))
              : String(10_000 + at * 211),
    );
    const path = (term) => `/api/v1/shops/${shop}/orders?limit=50&q=${encodeURIComponent(term)}`;
    const ask = (term) => call(server.url, shop, token, "GET", `/orders?limit=50&q=${encodeURIComponent(term)}`);
    // The first time a word's pages come from the disk, as on the morning after a start.
    tell_times("search, one user, first asked", await alone((at) => ask(terms[at]), terms.length));
    tell_times("search, one user, asked again", await alone((at) => ask(terms[at]), terms.length));
    writeFileSync(join(scratch, "terms"), `${terms.join("\n")}\n`);
    const top = Number(ceiling("search", database, join(scratch, "terms"), "3"));
    tell_rate("search, sixteen", await together(server, token, terms.map(path)), top);
}

async function measure_statistics(server, token) {
    const get = (path) => call(server.url, shop, token, "GET", path);
    for (const by of ["day", "payment_type", "state", "item", "promo_code", "country"]) {
        const query = `/statistics?by=${by}&from=2025-11-01&to=2026-10-31`;
        tell_times(`statistics of a year by ${by}`, await alone(() => get(query), 20));
    }
}

// The rows of the export by sqlite3's own shell: each line, payment, entry of the ledger and parcel, with what stands
// in the file of it; the cells that a record leaves empty stay empty. In the order that is quickest to read.
const file_cells = 96;
const at = (column) => `strftime('%Y-%m-%dT%H:%M:%SZ', ${column} / 1000, 'unixepoch')`;
const order_cells = `o.number, o.external_id, o.channel`;
const records = {
    order_lines: `'line', ${order_cells}, ${at("o.placed_at_ms")}, o.currency, o.language, o.buyer_name, o.buyer_email,
        o.buyer_phone, o.buyer_company, o.billing_address, o.shipping_address, o.ship_method, o.ship_name,
        o.ship_amount_minor, o.ship_tax_rate_e4, o.discount_minor, o.promo_code, o.payment_method,
        o.owed_minor - o.due_minor, o.state, o.assignee, o.tags, o.note, r.sku, r.name, r.kind, r.quantity,
        r.unit_price_minor, r.discount_minor, r.tax_rate_e4, r.cancelled, r.refunded, r.shipped, o.total_minor,
        o.payment_status, o.summary`,
    payments: `'payment', ${order_cells}, r.method, r.provider, r.account, r.reference, r.amount_minor, r.status,
        r.source, r.guarantee, ${at("r.created_at_ms")}`,
    ledger_entries: `r.kind, ${order_cells}, r.amount_minor, r.reference, r.source, r.undecided, r.won,
        ${at("r.received_at_ms")}, ${at("r.recorded_at_ms")}`,
    shipments: `'shipment', ${order_cells}, r.carrier, r.tracking_number, r.tracking_url,
        ${at("r.label_printed_at_ms")}, ${at("r.handed_over_at_ms")}, ${at("r.delivered_at_ms")}, r.contents`,
};
const plain_export = Object.entries(records)
    .map(([table, cells]) => {
        const written = cells.replaceAll(/\([^()]*\)/g, "").split(",").length;
        const empty = ", NULL".repeat(file_cells - written);
        return `SELECT ${cells}${empty} FROM orders o JOIN ${table} r ON r.shop_id = o.shop_id
            AND r.order_id = o.order_id;`;
    })
    .join("\n");

async function measure_bulk(server, token) {
    const ask = (method, path, body) => call(server.url, shop, token, method, path, body);
    const list = () => ask("GET", `/orders?limit=50&state=delivered`);
    const idle = await alone(list, 200);
    const orders = ceiling("newest", database, "delivered", options.bulk).split("\n");
    const action = { action: "change-state", params: { state: "to_prepare", notify: false }, orders };
    const dry = performance.now();
    await ask("POST", "/orders/bulk", { ...action, dry_run: true });
    const dry_ms = performance.now() - dry;
    const stop = probe(list);
    const began = performance.now();
    const job = await ask("POST", "/orders/bulk", action);
    const seen = new Set();
    let now = job;
    while (!now.finished_at) {
        await wait(200);
        now = await ask("GET", `/jobs/${job.id}`);
        seen.add(now.done);
    }
    const rate = (1000 * orders.length) / (performance.now() - began);
    const took = await stop();
    const p99 = part(took, 0.99);
    tell(
        `bulk over ${orders.length}`,
        `${rate.toFixed(0)}/s, ${now.counts.changed} changed; dry run ${ms(dry_ms)}; list p99 ${ms(p99)}, ` +
            `idle ${ms(idle.p99)}; progress told ${seen.size} times`,
        { rate, dry_ms, list_p99: p99, idle_p99: idle.p99, counts: now.counts, progress: seen.size },
    );
}

async function measure_export(server, token) {
    const before = status_mb(server.pid, "VmRSS");
    let most = before;
    const timer = setInterval(() => (most = Math.max(most, status_mb(server.pid, "VmRSS"))), 50);
    const file = join(scratch, "orders.csv");
    const began = performance.now();
    const answer = await fetch(`${server.url}/api/v1/shops/${shop}/exports/orders.csv`, {
        headers: { Authorization: `Bearer ${token}` },
    });
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(file));
    const took = (performance.now() - began) / 1000;
    clearInterval(timer);
    const rows = Number(execFileSync("wc", ["-l", file], { encoding: "utf8" }).split(" ")[0]) - 1;
    rmSync(file);
    const bare = performance.now();
    execFileSync("sh", ["-c", 'sqlite3 -csv "$0" "$1" > "$2"', database, plain_export, file]);
    const plain = Math.round((1000 * rows) / (performance.now() - bare));
    rmSync(file);
    const rate = rows / took;
    const text = `${rate.toFixed(0)} rows/s, ${((100 * rate) / plain).toFixed(0)} % of sqlite3's ${plain} rows/s`;
    const more = `memory ${(most - before).toFixed(1)} MB over idle`;
    tell(`export, ${rows} rows`, `${text}; ${more}`, { rate, ceiling: plain, memory_mb: most - before });
}

const token = run(data, "token", "create", "--shop", shop, "--role", "owner").trim().split("\n").at(-1);
const count = Number(ceiling("count", database));
console.log(`${count} orders, load ${readFileSync("/proc/loadavg", "utf8").split(" ")[0]}, sixteen connections`);
figures.orders = count;
const idle = await measure_idle();
const server = await start(token);
try {
    const answered = status_mb(server.pid, "VmRSS");
    const measures = {
        lists: measure_lists,
        search: measure_search,
        statistics: measure_statistics,
        export: measure_export,
        bulk: measure_bulk,
    };
    const wanted = options.only?.split(",") ?? Object.keys(measures);
    if (options.against) await measure_against(server, token, options.against);
    for (const name of wanted) {
        if (name !== "bulk" || Number(options.bulk) > 0) await measures[name](server, token);
    }
    const after = status_mb(server.pid, "VmRSS");
    const words = [`idle ${idle.toFixed(1)} MB`, `after its first list ${answered.toFixed(1)} MB`];
    tell("memory", `${words.join(", ")}, after all ${after.toFixed(1)} MB`, { idle, answered, after });
} finally {
    await server.end();
    rmSync(scratch, { recursive: true, force: true });
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 4)}\n`);
