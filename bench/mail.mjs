// Measures how fast queued mail leaves: a shop of its own with MAILS orders whose confirmations wait, the program with
// Postfix's smtp-sink as its mail server, and meanwhile the order list; then the same messages by a bare libcurl loop;
// three rounds of both. smtp-sink throws away what it takes faster than anybody sends; as root, a round with Postfix
// itself follows, which is what stands next door in earnest.
//   node bench/mail.mjs [MAILS] [FILE.json]
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MailHost, skip as no_mail_host } from "../tests/postfix/mail_host.mjs";
import { free_port } from "../tests/support/free_port.mjs";
import { call, make_shop, serve } from "../tests/support/program.mjs";
import { part, probe, wait } from "./measure.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const ceiling = `${root}build/release/bench/commis_bench_mail_ceiling`;
const mail_count = Number(process.argv[2] ?? 10_000);
const json_file = process.argv[3];
const sender = "shop@example.org";
const data = await mkdtemp(join(tmpdir(), "commis-bench-"));
const start = (environment) =>
    serve(data, { env: { COMMIS_LOG_LEVEL: "warn", COMMIS_MAIL_FROM: sender, ...environment } });
const ask = (server, method, path, body) => call(server.url, "bench", token, method, path, body);

const languages = ["en", "fr", "da", "de"];
const order = (at) => ({
    currency: "EUR",
    language: languages[at % 4],
    buyer: { name: `Zoé Lefèvre ${at}`, email: `zoe.${at}@mail${at % 500}.example`, phone: "+33123456789" },
    billing_address: { line1: "12 rue des Lilas", postal_code: "75011", city: "Paris", country: "FR" },
    lines: [
        { sku: `MUG-${at % 400}`, name: "Mug à café", quantity: 2, unit_price: 1999, tax_rate: "20" },
        { sku: "CARD-7", name: "Carte postale", quantity: 5, unit_price: 150, tax_rate: "20" },
        { sku: "BOOK-3", name: "Livre de cuisine", quantity: 1, unit_price: 2450, tax_rate: "5.5" },
    ],
    payment: { method: "bank-transfer" },
});

async function queue_mails() {
    const server = await start({});
    let at = 0;
    const place = async () => {
        while (at < mail_count) await ask(server, "POST", "/orders", order(at++));
    };
    await Promise.all(Array.from({ length: 16 }, place));
    await server.end();
}

/** Asks for the order list every 20 ms until told to stop. */
const probe_list = (server) => probe(() => ask(server, "GET", "/orders?limit=50"));

const python = `
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
if sys.argv[2] == "again":
    base.execute("UPDATE mails SET status = 'queued', is_open = 1, next_at_ms = 0, sent_at_ms = NULL, attempts = 0 "
                 "WHERE sent_at_ms IS NOT NULL")
    base.commit()
print(*base.execute("SELECT count(sent_at_ms), min(sent_at_ms), max(sent_at_ms) FROM mails").fetchone())`;
/** How many are on record as sent, the first and the last of them; asked beside the questions to the desk. */
async function sent(what = "now") {
    const { stdout } = await promisify(execFile)("python3", ["-c", python, join(data, "commis.db"), what]);
    return stdout.split(" ").map(Number);
}

/** The queue leaves, then the same bytes by libcurl, right after each other because other users come and go. */
async function measure(sink_port) {
    const server = await start({ COMMIS_SMTP_URL: `smtp://127.0.0.1:${sink_port}` });
    running.push(server);
    const stop = probe_list(server);
    const deadline = Date.now() + 300_000;
    while ((await sent())[0] < mail_count && Date.now() < deadline) await wait(500);
    const list = await stop();
    await running.pop().end();
    const [count, first_ms, last_ms] = await sent();
    assert.equal(count, mail_count, "every mail has left");
    const url = `smtp://127.0.0.1:${sink_port}/bench.example`;
    const said = execFileSync(ceiling, [join(data, "commis.db"), url, sender], { encoding: "utf8" });
    const [top, connections] = said.split(" ").map(Number);
    assert.equal(connections, 1, "the ceiling keeps its connection");
    const rate = Math.round((mail_count * 1000) / (last_ms - first_ms));
    return { rate, top, ratio: Number((rate / top).toFixed(3)), list };
}

const token = make_shop(data, "bench", "web-shop");
const sink_port = await free_port();
const user = process.getuid() === 0 ? ["-u", "nobody"] : [];
const sink = spawn("/usr/sbin/smtp-sink", [...user, "-h", "sink.example", `127.0.0.1:${sink_port}`, "256"]);
const running = [];
try {
    await queue_mails();
    const idle_server = await start({});
    running.push(idle_server);
    await ask(idle_server, "GET", "/orders?limit=50");
    const stop_idle = probe_list(idle_server);
    await wait(3_000);
    const idle = await stop_idle();
    await running.pop().end();

    const rounds = [];
    while (rounds.length < 3) {
        if (rounds.length > 0) await sent("again");
        rounds.push(await measure(sink_port));
    }
    // A server that keeps what it takes: each mail is in a file of the queue before Postfix says so.
    let kept;
    if (!no_mail_host) {
        const host = await MailHost.start("", "default_transport = discard:\n");
        await sent("again");
        kept = await measure(host.port);
        host.stop();
    }
    // The round in the middle: figures of one moment belong together.
    const { rate, top, ratio } = [...rounds].sort((a, b) => a.ratio - b.ratio)[1];
    const busy = rounds.flatMap(({ list }) => list).sort((a, b) => a - b);
    const milliseconds = (sorted, share) => Number(part(sorted, share).toFixed(1));
    const figures = {
        mails: mail_count,
        mails_per_second: rate,
        libcurl_per_second: top,
        ratio,
        rounds: rounds.map(({ list, ...figure }) => figure),
        ...(kept && { postfix: { mails_per_second: kept.rate, libcurl_per_second: kept.top, ratio: kept.ratio } }),
        orders_p50_idle_ms: milliseconds(idle, 0.5),
        orders_p99_idle_ms: milliseconds(idle, 0.99),
        orders_p50_sending_ms: milliseconds(busy, 0.5),
        orders_p99_sending_ms: milliseconds(busy, 0.99),
    };
    const name = (text) => text.padEnd(34);
    const all = rounds.map((each) => `${each.rate} of ${each.top}`).join(", ");
    const share = `${Math.round(100 * ratio)} % of ${top}/s (ceiling: a bare libcurl loop; ${all})`;
    if (kept) {
        const part_of_it = `${Math.round(100 * kept.ratio)} % of ${kept.top}/s (ceiling: libcurl to the same Postfix)`;
        console.log(name("mails sent to Postfix"), `${String(kept.rate).padStart(8)}/s  `, part_of_it);
    }
    console.log(name("mails sent to smtp-sink"), `${String(rate).padStart(8)}/s  `, share);
    console.log(
        name("order list meanwhile"),
        `p50 ${figures.orders_p50_sending_ms} ms, p99 ${figures.orders_p99_sending_ms} ms;`,
        `idle p50 ${figures.orders_p50_idle_ms} ms, p99 ${figures.orders_p99_idle_ms} ms`,
    );
    if (json_file) writeFileSync(json_file, `${JSON.stringify(figures, null, 4)}\n`);
} finally {
    for (const server of running) await server.end("SIGKILL");
    sink.kill("SIGKILL");
    await rm(data, { recursive: true, force: true });
}
