// The program against a mail server that misbehaves, and killed at each step of sending: no mail is lost, none is sent
// twice knowingly, and each row of the outbox tells the truth, "unknown" where nobody can know.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { start_sink } from "../desk/smtp_sink.mjs";
import { call, make_shop, run, serve, skip } from "../support/program.mjs";

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

class World {
    static async make(fault) {
        const world = new World();
        world.sink = await start_sink(fault);
        world.url_of_mail = `${world.sink.url}?timeout_s=1`;
        world.data = await mkdtemp(join(tmpdir(), "commis-mail-"));
        world.token = make_shop(world.data, "maison");
        return world;
    }
    async serve() {
        const env = { COMMIS_MAIL_FROM: "shop@example.org", COMMIS_SMTP_URL: this.url_of_mail };
        this.server = await serve(this.data, { env });
    }
    async leave() {
        await this.server?.end();
        this.sink.stop();
        await rm(this.data, { recursive: true, force: true });
    }
    call(...words) {
        return call(this.server.url, "maison", this.token, ...words);
    }
    order(email) {
        return this.call("POST", "/orders", {
            currency: "EUR",
            buyer: { name: "Zoé", email },
            lines: [{ name: "Mug", quantity: 1, unit_price: 1999 }],
            payment: { method: "bank-transfer" },
        });
    }
    async mail(email) {
        const { items } = await this.call("GET", "/mails?limit=200");
        return items.find(({ to }) => to === email);
    }
    /** The row once it stands like this. */
    async until(email, is_so, patience = 15_000) {
        const deadline = Date.now() + patience;
        for (;;) {
            const mail = await this.mail(email);
            if (mail && is_so(mail)) return mail;
            if (Date.now() > deadline) assert.fail(`${email}: ${JSON.stringify(mail)}`);
            await wait(100);
        }
    }
    copies(email) {
        return this.sink.messages.filter(({ to }) => to.includes(email)).length;
    }
    async retry(email) {
        await this.call("POST", `/mails/${(await this.mail(email)).id}/retry`);
        return this.until(email, ({ status }) => status === "sent");
    }
}

describe("a mail server that misbehaves", { skip }, () => {
    let world;
    const faults = {
        "grey@example.org": { rcpt: "451 4.7.1 greylisted, come again" },
        "never@example.org": { rcpt: "550 5.1.1 no such user" },
        "full@example.org": { dot: "452 4.3.1 no room" },
        "policy@example.org": { dot: "554 5.7.1 not wanted" },
        "cut-before@example.org": { data: "cut" },
        "cut-within@example.org": { body: "cut" },
        "cut-after@example.org": { dot: "cut" },
        "slow-before@example.org": { rcpt: "silent" },
        "slow-after@example.org": { dot: "silent" },
    };
    let is_healthy = false;
    before(async () => {
        world = await World.make((step, email) => (is_healthy ? undefined : faults[email]?.[step]));
        await world.serve();
        for (const email of Object.keys(faults)) await world.order(email);
        await world.order("good@example.org");
    });
    after(() => world?.leave());
    const now = (email, is_so) => world.until(email, is_so);

    test("one that is well gets its mail once", async () => {
        assert.match((await now("good@example.org", ({ status }) => status === "sent")).last_reply, /^250/);
        assert.equal(world.copies("good@example.org"), 1);
    });
    for (const email of ["grey@example.org", "full@example.org"])
        test(`${email}: a "not now" waits with the server's words and nothing is taken`, async () => {
            const mail = await now(email, ({ attempts, last_reply }) => attempts === 1 && last_reply);
            assert.equal(mail.status, "queued");
            assert.match(mail.last_reply, /^45/);
            assert.equal(world.copies(email), 0);
        });
    for (const email of ["never@example.org", "policy@example.org"])
        test(`${email}: a "no" is a failure with the server's words`, async () => {
            const mail = await now(email, ({ status }) => status === "failed");
            assert.match(mail.last_reply, /^55/);
            assert.equal(world.copies(email), 0);
        });
    for (const email of ["cut-before@example.org", "slow-before@example.org"])
        test(`${email}: nothing can have been taken, so it waits`, async () => {
            const mail = await now(email, ({ attempts, last_reply }) => attempts === 1 && last_reply);
            assert.equal(mail.status, "queued");
            assert.equal(world.copies(email), 0);
        });
    // A short message has left as a whole before the line is cut within it, so even then nobody can know.
    for (const [email, copies] of [
        ["cut-within@example.org", 0],
        ["cut-after@example.org", 1],
        ["slow-after@example.org", 1],
    ])
        test(`${email}: what may have been taken is unknown and not sent again`, async () => {
            await now(email, ({ status }) => status === "unknown");
            await wait(1_500);
            assert.equal((await world.mail(email)).status, "unknown");
            assert.equal(world.copies(email), copies);
        });
    test("once the server is well again, what waited leaves once each", async () => {
        is_healthy = true;
        const waited = ["grey", "full", "cut-before", "slow-before"].map((name) => `${name}@example.org`);
        for (const email of waited) {
            await world.retry(email);
            assert.equal(world.copies(email), 1, email);
        }
    });
});

describe("a mail server that is away or speaks wrong TLS", { skip }, () => {
    let world;
    after(() => world?.leave());
    test("mail waits without using up attempts and leaves by itself when the server is back", async () => {
        world = await World.make();
        world.sink.stop();
        await world.serve();
        await world.order("zoe@example.org");
        const waiting = await world.until("zoe@example.org", ({ last_reply }) => last_reply);
        assert.equal(waiting.status, "queued");
        assert.equal(waiting.attempts, 0);
        world.sink = await start_sink(undefined, world.sink.port);
        await world.until("zoe@example.org", ({ status }) => status === "sent", 30_000);
        assert.equal(world.copies("zoe@example.org"), 1);
    });
    test("without the TLS that is required nothing leaves, and the row says why", async () => {
        await world.server.end();
        world.url_of_mail += "&tls=required";
        await world.serve();
        await world.order("tls@example.org");
        const mail = await world.until("tls@example.org", ({ last_reply }) => last_reply);
        assert.equal(mail.status, "queued");
        assert.match(mail.last_reply, /TLS|SSL/i);
        assert.equal(world.copies("tls@example.org"), 0);
    });
});

describe("killed at each step of sending", {
    skip: skip || (existsSync("/usr/bin/python3") ? false : "no python3"),
}, () => {
    let world;
    let kill_at;
    before(async () => {
        world = await World.make((step, email) => {
            if (email !== `${kill_at}@example.org` || step !== kill_at) return undefined;
            process.kill(world.server.pid, "SIGKILL");
            return step === "body" ? "cut" : "silent";
        });
    });
    after(() => world?.leave());

    // Half an hour later nobody can still be sending: the lease is moved instead of the clock.
    const let_the_lease_run_out = () =>
        execFileSync("/usr/bin/python3", [
            "-c",
            "import sqlite3, sys\nbase = sqlite3.connect(sys.argv[1])\n" +
                "base.execute(\"UPDATE mails SET next_at_ms = 0 WHERE status = 'sending'\")\nbase.commit()",
            join(world.data, "commis.db"),
        ]);

    for (const step of ["rcpt", "data", "body", "dot"])
        test(`at ${step}: the mail is not sent twice, and its row says that nobody knows`, async () => {
            kill_at = step;
            const email = `${step}@example.org`;
            await world.serve();
            await world.order(email);
            await world.server.ended;
            const taken = step === "dot" ? 1 : 0;
            assert.equal(world.copies(email), taken);
            kill_at = undefined;
            await world.serve();
            assert.equal((await world.until(email, () => true)).status, "sending");
            await world.server.end();
            let_the_lease_run_out();
            await world.serve();
            const mail = await world.until(email, ({ status }) => status === "unknown");
            assert.equal(mail.can_retry, true, "a person decides");
            assert.equal(world.copies(email), taken, "it is not sent again by itself");
            await world.retry(email);
            assert.equal(world.copies(email), taken + 1, "sent again because a person said so");
            await world.server.end();
        });

    test("after all of it what is stored is whole", () => assert.doesNotThrow(() => run(world.data, "check")));
});
