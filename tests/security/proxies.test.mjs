// Whose word about a client counts: proxies that the settings name, wherever they run, and nobody else; the right-most
// address that is no such proxy; entries that are none end the start by name; and the doctor says whom it believes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { binary, make_shop, run, serve } from "../support/program.mjs";
import { ask, skip } from "./world.mjs";

const person = { email: "ida@example.org", password: "a long enough password" };
const proxy = "127.40.0.1";
const second_proxy = "127.41.7.9";
const trusted = "127.40.0.1, 127.41.0.0/16 2001:db8::/32";

describe("proxies that are believed", { skip }, () => {
    let data;
    let server;
    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-proxies-"));
        make_shop(data, "alpha");
        run(data, "operator", "create", "--email", person.email, "--password", person.password, "--shop", "alpha");
        server = await serve(data, { env: { COMMIS_TRUSTED_PROXIES: trusted } });
    });
    after(async () => {
        await server?.end();
        await rm(data, { recursive: true, force: true });
    });

    /** As what client the program takes a call, told by the list of open sessions. */
    async function seen(from, ...told) {
        const headers = told.length > 0 ? { "X-Forwarded-For": told } : {};
        const signed_in = await ask(server.url, "POST", "/api/v1/session", { body: person, from, headers });
        assert.equal(signed_in.status, 200, signed_in.text);
        const cookie = signed_in.headers["set-cookie"][0].split(";")[0];
        const list = await ask(server.url, "GET", "/api/v1/session/list", { headers: { ...headers, cookie }, from });
        return list.json.items.find(({ is_this }) => is_this).address;
    }

    test("the right-most address that is no proxy is the client's", async () => {
        assert.equal(await seen(proxy, "203.0.113.9"), "203.0.113.9");
        assert.equal(await seen(proxy, "1.2.3.4, 203.0.113.9"), "203.0.113.9", "what a client wrote itself");
        assert.equal(await seen(proxy, `1.2.3.4, 203.0.113.9, ${second_proxy}`), "203.0.113.9", "through both");
        assert.equal(
            await seen(second_proxy, "1.2.3.4", "203.0.113.9, 2001:db8::7"),
            "203.0.113.9",
            "in several lines",
        );
        assert.equal(await seen(proxy, "2001:DB9:0::1"), "2001:db9::1", "in one spelling");
        assert.equal(
            await seen(proxy, "203.0.113.9, nonsense"),
            proxy,
            "nothing is believed beyond what is no address",
        );
        assert.equal(await seen(proxy), proxy);
    });

    test("from anywhere else it means nothing, from this machine neither: the list says all", async () => {
        for (const from of ["127.0.0.1", "127.40.0.2", "127.42.0.1"])
            assert.equal(await seen(from, "203.0.113.9"), from);
    });

    test("limits count by that address: who guesses behind a proxy makes nobody else wait", async () => {
        const guess = (client, at) =>
            ask(server.url, "GET", `/o/${"x".repeat(40)}${at}`, {
                from: proxy,
                headers: { "X-Forwarded-For": `198.51.100.${at}, ${client}` },
            });
        const statuses = [];
        for (let at = 0; at < 12; ++at) statuses.push((await guess("203.0.113.50", at)).status);
        assert.deepEqual(statuses.slice(-2), [429, 429]);
        assert.notEqual((await guess("203.0.113.51", 1)).status, 429);
    });

    test("an entry that is no address and no network is refused at the start, by name", () => {
        const cases = ["10.0.0.0/33", "localhost", "10.0.0.1/8", "::/0", "10.0.0.1:80"];
        for (const entry of cases) {
            const environment = { ...process.env, COMMIS_TRUSTED_PROXIES: `127.0.0.1, ${entry}` };
            const tried = spawnSync(binary, ["serve", "--data", data], { env: environment, encoding: "utf8" });
            assert.equal(tried.status, 1, tried.stdout + tried.stderr);
            assert.match(tried.stderr, /trusted_proxies/);
            assert.ok(tried.stderr.includes(`: ${entry} (invalid_network)`), tried.stderr);
        }
    });

    test("the doctor says who is believed", () => {
        const proxies = (more) => {
            const environment = {
                ...process.env,
                COMMIS_TRUSTED_PROXIES: "",
                COMMIS_DNS_SERVERS: "127.0.0.1:9",
                ...more,
            };
            const told = spawnSync(binary, ["doctor", "--json", "--data", data], {
                env: environment,
                encoding: "utf8",
            });
            return JSON.parse(told.stdout).items.find(({ subject }) => subject === "proxies").text;
        };
        assert.match(
            proxies({ COMMIS_TRUSTED_PROXIES: trusted }),
            /believed of 127\.40\.0\.1 127\.41\.0\.0\/16 2001:db8::\/32$/,
        );
        assert.match(proxies({}), /believed of nobody/);
        assert.match(
            proxies({ COMMIS_PUBLIC_URL: "https://orders.example.org" }),
            /127\.0\.0\.0\/8 ::1, a proxy on this machine$/,
        );
    });
});
