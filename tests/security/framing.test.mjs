// HTTP framing against the running program, on sockets of our own: every request of framing_cases.mjs is answered as
// its row says, whole and byte by byte; clients that are slow on purpose are let go, and others are served meanwhile.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { cases } from "./framing_cases.mjs";
import { ask, open_world, skip } from "./world.mjs";

describe("HTTP framing", { skip }, () => {
    let world;
    let port;
    before(async () => {
        world = await open_world();
        port = Number(new URL(world.url).port);
    });
    after(() => world?.close());

    /** Everything the program says on one connection; `pieces` go out one after the other. */
    function speak(pieces, { half_close = true, wait_ms = 15_000 } = {}) {
        return new Promise((done) => {
            const socket = connect(port, "127.0.0.1");
            let said = "";
            const finish = () => {
                clearTimeout(timer);
                socket.destroy();
                done({ said });
            };
            const timer = setTimeout(() => {
                said += "\n(silence)";
                finish();
            }, wait_ms);
            socket.on("data", (bytes) => (said += bytes.toString("latin1")));
            socket.on("close", finish);
            socket.on("error", finish);
            socket.on("connect", async () => {
                socket.setNoDelay(true);
                for (const piece of pieces) {
                    if (socket.destroyed || socket.writableEnded) return;
                    socket.write(piece);
                    if (pieces.length > 1) await new Promise((next) => setImmediate(next));
                }
                if (half_close) socket.end();
            });
        });
    }

    /** The statuses of the answers that were said, each read by its own length. */
    function statuses(said) {
        const found = [];
        for (let at = 0; at < said.length; ) {
            const end = said.indexOf("\r\n\r\n", at);
            const head = said.slice(at, end);
            const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1];
            assert.ok(end > 0 && status, `no answer at ${at}: ${said.slice(at, at + 200)}`);
            found.push(Number(status));
            at = end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
        }
        return found;
    }

    function expect(said, answers) {
        const got = statuses(said);
        const is_right = answers.every((answer, at) => [answer].flat().includes(got[at]));
        assert.ok(
            is_right && got.length === answers.length,
            `${got} where ${answers.join(", ")} was wanted: ${said.slice(0, 600)}`,
        );
    }

    const bytes_of = (text) => (Buffer.isBuffer(text) ? text : Buffer.from(text, "latin1"));

    for (const [name, text, answers] of cases)
        test(`${name}: ${answers.join(", ")}`, async () => {
            const bytes = bytes_of(text);
            const { said } = await speak([bytes]);
            expect(said, answers);
            const last = said.slice(said.lastIndexOf("HTTP/1.1 "));
            // A target that means nothing is still a request whose end is known.
            if (answers.at(-1) === 400 && !last.includes("invalid_target")) assert.match(last, /connection: close/i);
            if (bytes.length > 2_000) return;
            const slow = await speak(Array.from(bytes, (byte) => Buffer.of(byte)));
            expect(slow.said, answers);
        });

    test("headers that never end, and bodies that trickle, are cut with 408 while others are served", async () => {
        const never = "GET /healthz HTTP/1.1\r\nHost: shop.example\r\nX-A: ";
        const idle = Array.from({ length: 60 }, () => speak([never], { half_close: false, wait_ms: 30_000 }));
        const start = "POST /api/v1/session HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\n";
        idle.push(speak([`${start}Content-Length: 900\r\n\r\n{`], { half_close: false, wait_ms: 40_000 }));
        for (let at = 0; at < 20; ++at) assert.equal((await ask(world.url, "GET", "/healthz")).status, 200);
        for (const { said } of await Promise.all(idle)) assert.deepEqual(statuses(said), [408], said);
        assert.equal((await ask(world.url, "GET", "/healthz")).status, 200);
    });
});
