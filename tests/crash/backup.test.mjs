// A backup taken beside the running server and restored to another place is the whole shop: its orders, its sealed
// secrets and its keys for signing mail. A backup that is no longer whole is refused.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, open, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Receiver } from "../desk/receiver.mjs";
import { binary, call as call_shop, make_shop, run, serve, skip } from "../support/program.mjs";

const { Webhook } = createRequire(new URL("../../desk/package.json", import.meta.url))("standardwebhooks");
const open_to_loopback = { words: ["--webhook-ranges", "127.0.0.0/8", "--webhook-http"] };

function refused(data, ...words) {
    const { status, stderr } = spawnSync(binary, [...words, "--data", data], { encoding: "utf8" });
    assert.notEqual(status, 0, words.join(" "));
    return stderr;
}

describe("a backup", { skip }, () => {
    let folder;
    let data;
    let copy;
    let restored;
    let token;
    let secret;
    let receiver;
    let server;
    const call = (...words) => call_shop(server.url, "maison", token, ...words);
    const place = (number) =>
        call("POST", "/orders", {
            external_id: `before-${number}`,
            currency: "EUR",
            buyer: { name: "Zoé", email: "zoe@example.org" },
            lines: [{ name: "Mug", quantity: 1, unit_price: 1999 }],
            payment: { method: "bank-transfer" },
        });

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "commis-backup-"));
        [data, copy, restored] = ["data", "copy", "restored"].map((name) => join(folder, name));
        token = make_shop(data, "maison");
        run(data, "mail", "dkim-key", "--domain", "example.org", "--selector", "old");
        run(data, "mail", "dkim-key", "--domain", "example.org", "--selector", "new");
        // Which key is the newest is told by its time, which a copy easily loses.
        const [earlier, later] = [new Date("2026-01-01"), new Date("2026-02-01")];
        for (const name of await readdir(join(data, "dkim"))) {
            const at = name.startsWith("new") ? later : earlier;
            await utimes(join(data, "dkim", name), at, at);
        }
        receiver = await new Receiver().start();
        server = await serve(data, open_to_loopback);
    });
    after(async () => {
        await server?.end();
        receiver?.stop();
        await rm(folder, { recursive: true, force: true });
    });

    test("is taken while orders come in, and is verified", async () => {
        secret = (await call("POST", "/webhooks", { url: `${receiver.url}/ok` })).secret;
        for (let number = 0; number < 20; number += 1) await place(number);
        const copying = new Promise((done) =>
            spawn(binary, ["backup", copy, "--data", data], { stdio: "ignore" }).once("exit", done),
        );
        for (let number = 20; number < 60; number += 1) await place(number);
        assert.equal(await copying, 0);
        assert.match(refused(data, "backup", copy), /exists/);
        assert.equal((await stat(copy)).mode & 0o077, 0, "nobody else reads it");
    });

    test("is restored elsewhere with every order that was there when it began", async () => {
        await server.end();
        assert.match(run(restored, "restore", copy), /restored/);
        assert.match(refused(restored, "restore", copy), /exists/);
        server = await serve(restored, open_to_loopback);
        const { items, total } = await call("GET", "/orders?limit=200&count=true");
        assert.ok(total >= 20, `${total} orders`);
        const ids = new Set(items.map((order) => order.external_id));
        for (let number = 0; number < 20; number += 1) assert.ok(ids.has(`before-${number}`), `before-${number}`);
    });

    test("opens its sealed secrets: a webhook is signed as before", async () => {
        const seen = receiver.calls.length;
        await place("after");
        const deadline = Date.now() + 20_000;
        const mine = () => receiver.calls.slice(seen).find(({ body }) => body.includes("before-after"));
        while (!mine() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100));
        assert.ok(mine(), "the webhook came");
        new Webhook(secret).verify(mine().body, mine().headers);
    });

    test("brings the keys of mail along, for nobody else to read, the newest still the newest", async () => {
        const names = (await readdir(join(data, "dkim"))).sort();
        assert.equal(names.length, 2);
        assert.deepEqual((await readdir(join(restored, "dkim"))).sort(), names);
        for (const name of names) {
            const [before, now] = [join(data, "dkim", name), join(restored, "dkim", name)];
            assert.equal(await readFile(now, "utf8"), await readFile(before, "utf8"));
            assert.equal((await stat(now)).mode & 0o077, 0, name);
            assert.equal((await stat(now)).mtimeMs, (await stat(before)).mtimeMs, name);
        }
    });

    test("is refused when a page of it is damaged, and nothing is left behind", async () => {
        const file = await open(join(copy, "commis.db"), "r+");
        await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, 4096 * 3);
        await file.close();
        const elsewhere = join(folder, "elsewhere");
        assert.match(refused(elsewhere, "restore", copy), /damaged/);
        assert.equal(existsSync(join(elsewhere, "commis.db")), false);
        assert.match(refused(elsewhere, "restore", join(folder, "nowhere")), /not_found/);
    });
});
