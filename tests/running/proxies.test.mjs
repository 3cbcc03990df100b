// The program behind Debian's nginx and Caddy, with the project's examples: TLS and HTTP/2, signing in, news as they
// happen, uploads, and limits that count by the address the proxy has seen, whatever a client claims.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { call, make_shop, run, serve, skip } from "../support/program.mjs";
import { is_installed, make_certificate, name, open_client, start_proxy } from "./proxies.mjs";

const person = { email: "ida@example.org", password: "a long enough password" };
const json = { "content-type": "application/json" };

for (const kind of ["nginx", "caddy"]) {
    describe(`behind ${kind}`, { skip: skip || (is_installed(kind) ? false : `${kind} is not installed`) }, () => {
        let folder;
        let token;
        let server;
        let proxy;
        let client;
        const bearer = () => ({ authorization: `Bearer ${token}` });

        before(async () => {
            folder = await mkdtemp(join(tmpdir(), `commis-${kind}-`));
            const data = join(folder, "data");
            token = make_shop(data, "maison");
            run(data, "operator", "create", "--email", person.email, "--password", person.password, "--shop", "maison");
            server = await serve(data, { env: { COMMIS_PUBLIC_URL: `https://${name}` } });
            proxy = await start_proxy(kind, folder, Number(new URL(server.url).port), make_certificate(folder));
            client = await open_client(proxy);
        });
        after(async () => {
            client?.close();
            await proxy?.stop();
            await server?.end();
            await rm(folder, { recursive: true, force: true });
        });

        test("the desk comes by TLS and HTTP/2, and stays there", async () => {
            const { status, headers, text } = await client.ask("GET", "/");
            assert.equal(status, 200);
            assert.match(text, /<html/);
            assert.match(headers["strict-transport-security"], /max-age=\d+/);
        });

        test("plain HTTP is sent on to TLS", async () => {
            const options = { host: "127.0.0.1", port: proxy.http, path: "/orders?q=1", headers: { host: name } };
            const answer = await new Promise((done, failed) => get(options, done).once("error", failed));
            answer.resume();
            assert.ok([301, 308].includes(answer.statusCode), `${answer.statusCode}`);
            assert.match(answer.headers.location, /^https:\/\/orders\.example\.org(:\d+)?\/orders\?q=1$/);
        });

        test("an operator signs in, with a cookie that leaves by TLS alone", async () => {
            const signed_in = await client.ask("POST", "/api/v1/session", json, JSON.stringify(person));
            assert.equal(signed_in.status, 200, signed_in.text);
            const cookie = signed_in.headers["set-cookie"][0];
            assert.match(cookie, /^__Host-commis=.*; Secure/);
            const again = await client.ask("GET", "/api/v1/session", { cookie: cookie.split(";")[0] });
            assert.equal(JSON.parse(again.text).operator.email, person.email);
        });

        test("news of an order come while the stream stays open", async () => {
            const stream = client.stream("GET", "/api/v1/shops/maison/events", bearer());
            stream.setEncoding("utf8");
            let heard = "";
            const arrived = new Promise((done) => {
                stream.on("data", (text) => {
                    heard += text;
                    if (/event: order\b/.test(heard)) done(true);
                });
                setTimeout(done, 15_000, false).unref();
            });
            await new Promise((done) => stream.once("response", done));
            await call(server.url, "maison", token, "POST", "/orders", {
                currency: "EUR",
                buyer: { name: "Zoé", email: "zoe@example.org" },
                lines: [{ name: "Mug", quantity: 1, unit_price: 1999 }],
                payment: { method: "bank-transfer" },
            });
            assert.ok(await arrived, `heard: ${heard}`);
            assert.equal(stream.closed, false);
            stream.close();
        });

        test("a large file passes, and one beyond its kind's limit gets the program's own answer", async () => {
            const asked = { sku: "BOOK", name: "Book", kind: "digital", price: 1900 };
            const article = await call(server.url, "maison", token, "POST", "/articles", asked);
            const path = `/api/v1/shops/maison/articles/${article.id}/files?name=book.bin`;
            const bytes = Buffer.alloc(20 * 1024 * 1024, "commis ");
            const sent = await client.ask("POST", path, bearer(), bytes);
            assert.equal(sent.status, 201, sent.text);
            assert.equal(JSON.parse(sent.text).size, bytes.length);
            const headers = { ...bearer(), ...json };
            const too_large = await client.ask(
                "POST",
                "/api/v1/shops/maison/orders",
                headers,
                bytes.subarray(0, 2 ** 21),
            );
            assert.equal(too_large.status, 413);
            assert.match(too_large.text, /"code":/);
        });

        test("guessing is counted by the address that the proxy saw, not by what the client says", async () => {
            const [guesser, neighbour] = [await open_client(proxy, "127.0.0.2"), await open_client(proxy, "127.0.0.3")];
            // Each at another account, as those have a count of their own.
            let accounts = 0;
            const guess = (from, claimed) => {
                const headers = { ...json, "x-forwarded-for": claimed, forwarded: `for=${claimed}` };
                accounts += 1;
                const email = `nobody${accounts}@example.org`;
                const body = JSON.stringify({ email, password: "wrong wrong wrong" });
                return from.ask("POST", "/api/v1/session", headers, body);
            };
            const statuses = [];
            for (let tries = 0; tries < 11; ++tries) statuses.push((await guess(guesser, `192.0.2.${tries}`)).status);
            assert.deepEqual(statuses, [...Array(10).fill(401), 429]);
            assert.equal((await guess(neighbour, "127.0.0.2")).status, 401, "the neighbour is not held up");
            const headers = { ...json, "x-forwarded-for": "127.0.0.2" };
            assert.equal((await neighbour.ask("POST", "/api/v1/session", headers, JSON.stringify(person))).status, 200);
            guesser.close();
            neighbour.close();
        });

        test("the figures of the server are not for the world", async () => {
            assert.equal((await client.ask("GET", "/metrics")).status, 404);
            const from = (address) => fetch(`${server.url}/metrics`, { headers: { "x-forwarded-for": address } });
            for (const near of ["127.0.0.1", "::1", "10.1.2.3", "172.31.0.1", "192.168.255.255", "fd00::1"]) {
                assert.equal((await from(near)).status, 200, near);
            }
            // Also where a proxy lets it through.
            for (const far of ["192.0.2.1", "172.32.0.1", "11.0.0.1", "2001:db8::1", "::ffff:192.0.2.1"]) {
                assert.equal((await from(far)).status, 404, far);
            }
        });
    });
}
