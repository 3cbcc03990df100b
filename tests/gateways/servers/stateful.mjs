// npm stripe-stateful-mock behind a proxy that spoils connections. The last part of the base address says how, for
// POSTs alone: /plain, /late (answered after everybody left), /cut-before (never reaches the service), /cut-after
// (done, and nobody hears of it), /cut-within (half an answer), /error-before, /error-after (500), /busy (429),
// /doubled, /slow (some milliseconds after it was done). `GET /-/charges` is the mock's book: what was captured and
// given back of each charge.
import { createServer, request as send } from "node:http";
import { createRequire } from "node:module";
import { end_with_parent } from "./parent.mjs";

const { createExpressApp } = createRequire(import.meta.url)("stripe-stateful-mock");
createRequire(import.meta.url)("loglevel").setLevel("silent");
const mock = createExpressApp().listen(0, "127.0.0.1");
await new Promise((ready) => mock.once("listening", ready));
const key = { Authorization: "Bearer sk_test_of_the_mock" };

const whole = async (stream) => {
    const parts = [];
    for await (const part of stream) parts.push(part);
    return Buffer.concat(parts);
};

function ask(method, path, headers, body) {
    return new Promise((done, failed) => {
        const { port } = mock.address();
        const outgoing = send({ host: "127.0.0.1", port, method, path, headers, agent: false }, async (answer) =>
            done({ status: answer.statusCode, body: await whole(answer) }),
        );
        outgoing.on("error", failed);
        outgoing.end(body);
    });
}

const raw = ({ status, body }, extra = "") =>
    Buffer.concat([
        Buffer.from(
            `HTTP/1.1 ${status} Said\r\n${extra}Content-Type: application/json\r\n` +
                `Content-Length: ${body.length}\r\n\r\n`,
        ),
        body,
    ]);
const failure = (status) => ({ status, body: Buffer.from('{"error": {"type": "api_error"}}') });

async function book() {
    const list = async (path) => JSON.parse((await ask("GET", path, key)).body).data;
    const refunds = await list("/v1/refunds");
    return (await list("/v1/charges")).map((charge) => ({
        id: charge.id,
        captured: charge.captured ? charge.amount_captured : 0,
        refunded: refunds
            .filter((each) => each.charge === charge.id && each.metadata?.commis_call)
            .reduce((sum, each) => sum + each.amount, 0),
        refunds: refunds.filter((each) => each.charge === charge.id && each.metadata?.commis_call).length,
    }));
}

const server = createServer(async (incoming, outgoing) => {
    const body = await whole(incoming);
    if (incoming.url === "/-/charges") return outgoing.end(JSON.stringify(await book()));
    // Whose key it is: the one thing that the mock does not know.
    if (incoming.url.endsWith("/v1/account")) return outgoing.end('{"id": "acct_1Mock", "object": "account"}');
    const [, mode = "plain", path] = /^(?:\/([a-z-]+)(?=\/v1\/))?(\/.*)$/.exec(incoming.url);
    const fault = incoming.method === "POST" ? mode : "plain";
    const { socket } = incoming;
    if (fault === "cut-before") return socket.destroy();
    if (fault === "error-before") return socket.end(raw(failure(500)));
    if (fault === "busy") return socket.end(raw(failure(429), "Retry-After: 1\r\n"));
    const headers = { ...incoming.headers, host: "127.0.0.1" };
    const answer = await ask(incoming.method, path, headers, body);
    // Long enough to die in between.
    if (fault === "slow") await new Promise((wait) => setTimeout(wait, Math.random() * 60));
    if (fault === "late") return setTimeout(() => socket.end(raw(answer)), 2_000);
    if (fault === "cut-after") return socket.destroy();
    if (fault === "error-after") return socket.end(raw(failure(500)));
    if (fault === "cut-within") return socket.end(raw(answer).subarray(0, -10));
    if (fault === "doubled") return socket.end(Buffer.concat([raw(answer), raw(answer)]));
    outgoing.writeHead(answer.status, { "Content-Type": "application/json" });
    outgoing.end(answer.body);
});
end_with_parent();
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
