// Measures the gate: sixteen clients let 20,000 tickets in, one in twenty scanned twice at the same moment, beside what
// the same clients reach in the same run with the plainest action of an order, marking it paid. Says how many were let
// in twice, which has to be none.
//   node bench/gate.mjs [TICKETS]

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, make_shop, run, serve } from "../tests/support/program.mjs";
import { part } from "./measure.mjs";

const tickets = Number(process.argv[2] ?? 20_000);
const an_order = 4;
const clients = 16;
const folder = mkdtempSync(join(tmpdir(), "commis-bench-gate-"));

async function together(work, each) {
    let next = 0;
    const took = [];
    const hand = async () => {
        while (next < work.length) {
            const mine = work[next++];
            const begun = performance.now();
            await each(mine);
            took.push(performance.now() - begun);
        }
    };
    const begun = performance.now();
    await Promise.all(Array.from({ length: clients }, hand));
    took.sort((a, b) => a - b);
    const rate = (1000 * work.length) / (performance.now() - begun);
    return { rate, p50: part(took, 0.5), p99: part(took, 0.99) };
}

const report = (name, { rate, p50, p99 }, more = "") => {
    const times = `p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`;
    console.log(`${name.padEnd(24)} ${rate.toFixed(0).padStart(6)}/s   ${times}   ${more}`);
};

const owner = make_shop(folder, "expo", "event-registration");
const gate = run(folder, "token", "create", "--shop", "expo", "--role", "check-in").trim().split("\n").at(-1);
const server = await serve(folder, { env: { COMMIS_LOG_LEVEL: "warn" } });
const post = (token, path, body) => call(server.url, "expo", token, "POST", path, body);
try {
    const orders = [];
    const line = { sku: "GALA", name: "Winter gala", kind: "ticket", quantity: an_order, unit_price: 4900 };
    const placing = await together(Array.from({ length: tickets / an_order }), async () => {
        const buyer = { name: "Zoé Lefèvre", email: "zoe@example.org" };
        orders.push(
            await post(owner, "/orders", { currency: "EUR", buyer, lines: [line], payment: { method: "cheque" } }),
        );
    });
    report("placed, four tickets", placing);
    const paying = await together(orders, (order) => post(owner, `/orders/${order.id}/actions/mark-paid`, {}));
    report("marked paid, same ones", paying);
    const codes = orders.flatMap((order) => order.lines[0].units.map((unit) => unit.code));
    const scans = codes.flatMap((code, at) => (at % 20 === 0 ? [code, code] : [code]));
    const results = new Map();
    const scanning = await together(scans, async (code) => {
        const { result } = await post(gate, "/check-in", { code, gate: "North" });
        if (result === "admitted") results.set(code, (results.get(code) ?? 0) + 1);
        else if (result !== "already_admitted") throw new Error(`${code}: ${result}`);
    });
    const doubled = [...results.values()].filter((times) => times > 1).length;
    report("checked in", scanning, `${((100 * scanning.rate) / paying.rate).toFixed(0)} % of marked paid`);
    console.log(`${results.size} of ${codes.length} tickets let in, ${doubled} of them twice`);
    if (results.size !== codes.length || doubled > 0) process.exitCode = 1;
} finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
}
