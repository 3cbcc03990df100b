// The program with a mail host as shops have one: Debian's Postfix takes its mail, OpenDKIM verifies its signature, and
// what Postfix sends back is read. Nothing leaves the machine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { call as call_shop, make_shop, skip as no_program, run, serve as serve_data } from "../support/program.mjs";
import { MailHost, skip as no_host } from "./mail_host.mjs";

const skip = no_program || no_host;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** The message's header fields, folded lines joined. */
const headers = (file) =>
    readFileSync(file, "utf8")
        .split(/\r?\n\r?\n/)[0]
        .replaceAll(/\r?\n[ \t]+/g, " ")
        .split(/\r?\n/);
const header = (file, name) => headers(file).filter((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));

// A suite that is left out counts for nothing, and that would look as if it had broken.
if (skip) test("with a mail host", { skip }, () => {});

describe("a mail host of Debian's Postfix and OpenDKIM", { skip }, () => {
    let host;
    let data;
    let server;
    let token;
    async function serve(name = "127.0.0.1", query = "") {
        const env = { COMMIS_MAIL_FROM: "shop@example.org", COMMIS_SMTP_URL: `smtp://${name}:${host.port}${query}` };
        server = await serve_data(data, { env });
    }
    const call = (...words) => call_shop(server.url, "maison", token, ...words);
    const order = (email) =>
        call("POST", "/orders", {
            currency: "EUR",
            language: "fr",
            buyer: { name: "Zoé Lefèvre", email },
            lines: [{ name: "Théière", quantity: 1, unit_price: 4900 }],
            payment: { method: "bank-transfer" },
        });
    async function until(email, is_so) {
        for (let turn = 0; turn < 200; turn += 1) {
            const { items } = await call("GET", "/mails?limit=200");
            const mail = items.find(({ to }) => to === email);
            if (mail && is_so(mail)) return mail;
            await wait(100);
        }
        assert.fail(`${email}: ${JSON.stringify((await call("GET", "/mails?limit=200")).items)} ${host.log()}`);
    }

    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-postfix-"));
        token = make_shop(data, "maison");
        const said = run(data, "mail", "dkim-key", "--domain", "example.org", "--selector", "test1");
        const value = /v=DKIM1;[^"\n]*/.exec(said.replaceAll(/"\s*"/g, ""))?.[0];
        assert.ok(value, said);
        host = await MailHost.start(`test1._domainkey.example.org ${value}\n`);
        await serve();
    });
    after(async () => {
        await server?.end();
        host?.stop();
        await rm(data, { recursive: true, force: true });
    });

    test("a mail arrives in the reader's mailbox as it was sent", async () => {
        const { number } = await order("zoe@example.org");
        const mail = await until("zoe@example.org", ({ status }) => status === "sent");
        assert.match(mail.last_reply, /^250 2\.0\.0 Ok: queued as /);
        const [file] = await host.wait_for_mail("zoe");
        assert.match(header(file, "To")[0], /<zoe@example\.org>/);
        assert.match(header(file, "Return-Path")[0], /<shop@example\.org>/);
        assert.match(readFileSync(file, "utf8"), new RegExp(number));
        assert.match(header(file, "Message-ID")[0], new RegExp(`<${mail.id}@example.org>`, "i"));
    });

    test("OpenDKIM says that the program's signature is good", async () => {
        const [file] = await host.wait_for_mail("zoe");
        const [result] = header(file, "Authentication-Results");
        assert.match(result, /dkim=pass \(2048-bit key[^)]*\) header\.d=example\.org/);
        assert.match(header(file, "DKIM-Signature")[0], /d=example\.org; s=test1;/);
    });

    test("an address with letters outside ASCII is written to, where the host takes such", async () => {
        await order("jürgen@example.org");
        await until("jürgen@example.org", ({ status }) => status === "sent");
        const [file] = await host.wait_for_mail("jürgen");
        assert.match(header(file, "To")[0], /<jürgen@example\.org>/);
        assert.match(header(file, "Received").join("\n"), /UTF8SMTP/);
    });

    test("an unknown reader is a failure with the host's words, and is not tried again", async () => {
        await order("nobody@example.org");
        const mail = await until("nobody@example.org", ({ status }) => status === "failed");
        assert.match(mail.last_reply, /^550 5\.1\.1 .*nobody@example\.org/);
        assert.equal(mail.attempts, 1);
    });

    test("what Postfix sends back is read: the mail says that it did not arrive, and why", async () => {
        await order("moved@example.org");
        await until("moved@example.org", ({ status }) => status === "sent");
        const [file] = await host.wait_for_mail("shop");
        assert.match(readFileSync(file, "utf8"), /message\/delivery-status/);
        assert.match(run(data, "mail", "bounce", file), /^recorded /m);
        const mail = await until("moved@example.org", ({ status }) => status === "bounced");
        assert.equal(mail.bounce.code, "5.1.1");
        assert.equal(mail.bounce.cause, "address_unknown");
        assert.match(run(data, "mail", "bounce", file), /^known /m, "twice changes nothing");
    });

    test("one connection carries many mails", async () => {
        const before_it = host.log().match(/: connect from/g).length;
        for (let count = 0; count < 20; count += 1) await order("zoe@example.org");
        await host.wait_for_mail("zoe", 21);
        const opened = host.log().match(/: connect from/g).length - before_it;
        assert.ok(opened <= 1, `${opened} connections for 20 mails`);
    });

    test("with TLS required, a host named as in its certificate gets mail, another nothing", async () => {
        const required = `?tls=required&ca=${encodeURIComponent(host.certificate)}`;
        const known = host.mails("zoe").length;
        await server.end();
        await serve("127.0.0.1", required);
        await order("zoe@example.org");
        const files = await host.wait_for_mail("zoe", known + 1);
        assert.ok(files.some((file) => /with ESMTPS/.test(header(file, "Received").join("\n"))));
        await server.end();
        await serve("localhost", required);
        await order("tls@example.org");
        const mail = await until("tls@example.org", ({ last_reply }) => last_reply);
        assert.equal(mail.status, "queued");
        assert.equal(mail.attempts, 0);
        assert.match(mail.last_reply, /name|match/i);
    });
});
