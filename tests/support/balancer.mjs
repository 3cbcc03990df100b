// What stands between several servers and those who ask them: a balancer, a listener on a stream of hints, patience.
import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** Asks one server after the other, as a load balancer does: a server that is gone is passed over. */
export async function start_balancer(servers) {
    let next = 0;
    const balancer = createServer((asked, answer) => {
        const bytes = [];
        asked.on("data", (part) => bytes.push(part));
        asked.on("end", () => {
            const ask = (tried) => {
                const server = servers[next++ % servers.length];
                const onward = request(server.url + asked.url, { method: asked.method, headers: asked.headers });
                onward.on("response", (from) => {
                    answer.writeHead(from.statusCode, from.headers);
                    from.pipe(answer).on("error", () => undefined);
                    from.on("error", () => answer.destroy());
                });
                onward.on("error", (error) => {
                    // Nobody took it, so somebody else may; otherwise only who asked may ask again.
                    if (error.code === "ECONNREFUSED" && tried < servers.length) return ask(tried + 1);
                    answer.destroy();
                });
                onward.end(Buffer.concat(bytes));
            };
            ask(0);
        });
    });
    await new Promise((done) => balancer.listen(0, "127.0.0.1", done));
    return {
        url: `http://127.0.0.1:${balancer.address().port}`,
        stop: () => {
            balancer.closeAllConnections();
            return new Promise((done) => balancer.close(done));
        },
    };
}

/** Hears a shop's stream of hints; `events` are its data lines as they came, `ended` when it was cut. */
export async function listen(url, token) {
    const stop = new AbortController();
    const answer = await fetch(`${url}/api/v1/shops/s/events`, {
        headers: { Authorization: `Bearer ${token}` },
        signal: stop.signal,
    });
    assert.equal(answer.status, 200);
    const heard = { events: [], ended: false, stop: () => stop.abort() };
    (async () => {
        let rest = "";
        for await (const bytes of answer.body) {
            const lines = (rest + Buffer.from(bytes).toString("utf8")).split("\n");
            rest = lines.pop();
            for (const line of lines) if (line.startsWith("data: {")) heard.events.push(JSON.parse(line.slice(6)));
        }
    })()
        .catch(() => undefined)
        .finally(() => {
            heard.ended = true;
        });
    return heard;
}

/** What is so in the end, looked for again and again. */
export async function until(what, is_so, patience = 20_000) {
    const deadline = Date.now() + patience;
    for (;;) {
        const found = await is_so();
        if (found) return found;
        if (Date.now() > deadline) assert.fail(what);
        await wait(50);
    }
}
