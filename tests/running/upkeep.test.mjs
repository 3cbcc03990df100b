// What whoever looks after a server relies on: backups that make and prove themselves, figures and alerts over them, a
// log that programs read, and a doctor who says what is wrong and what to do.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { secret_key, start_stripe } from "../desk/stripe_double.mjs";
import { until } from "../support/balancer.mjs";
import { engines, make_place, with_commands } from "../support/places.mjs";
import { binary, call, make_shop, run, serve, skip } from "../support/program.mjs";
import { is_installed, make_certificate } from "./proxies.mjs";

const alerts = fileURLToPath(new URL("../../packaging/alerts.yml", import.meta.url));

/** One value of Prometheus' text, by its name and labels as they stand there. */
const figure = (text, name) => {
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    assert.ok(line, `${name} in ${text}`);
    return Number(line.split(" ").at(-1));
};
const figures = async (server) => (await fetch(`${server.url}/metrics`)).text();

function doctor(data, env = {}) {
    const words = ["doctor", "--json", ...(data ? ["--data", data] : [])];
    const done = spawnSync(binary, words, { encoding: "utf8", env: { ...process.env, ...env } });
    const said = JSON.parse(done.stdout);
    const of = (subject) => said.items.find((item) => item.subject === subject);
    return { status: done.status, ...said, of };
}

const place = (server, token, number) =>
    call(server.url, "maison", token, "POST", "/orders", {
        external_id: `order-${number}`,
        currency: "EUR",
        buyer: { name: "Zoé Lefèvre", email: "zoe@example.org" },
        lines: [{ name: "Mug", quantity: 1, unit_price: 1999 }],
        payment: { method: "bank-transfer" },
    });

describe("a server that looks after itself", { skip }, () => {
    let folder;
    let data;
    let backups;
    let token;
    let server;
    const names = () => (existsSync(backups) ? readdirSync(backups).filter((name) => /^commis-.*Z$/.test(name)) : []);
    const settings = () => ({ COMMIS_BACKUP_FOLDER: backups });

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "commis-upkeep-"));
        [data, backups] = [join(folder, "data"), join(folder, "backups")];
        token = make_shop(data, "maison");
        server = await serve(data, { env: settings() });
    });
    after(async () => {
        await server?.end();
        await rm(folder, { recursive: true, force: true });
    });

    test("makes a backup at once, and proves it by bringing it back", async () => {
        await until("a backup is proven", () => names().some((name) => existsSync(join(backups, name, "proof.json"))));
        const proof = JSON.parse(readFileSync(join(backups, names()[0], "proof.json"), "utf8"));
        assert.deepEqual(proof, { shops: 1, orders: 0, events: 0, problems: 0 });
        assert.equal(statSync(join(backups, names()[0])).mode & 0o077, 0, "nobody else reads it");
        assert.equal(existsSync(join(backups, ".proof")), false, "what it was brought back to is gone");
    });

    test("makes the next when it is due, with the files of the one before in their place once", async () => {
        for (let number = 0; number < 5; ++number) await place(server, token, number);
        const article = await call(server.url, "maison", token, "POST", "/articles", {
            sku: "BOOK",
            name: "Book",
            kind: "digital",
            price: 1900,
        });
        const address = `${server.url}/api/v1/shops/maison/articles/${article.id}/files?name=book.bin`;
        const headers = { Authorization: `Bearer ${token}` };
        assert.equal((await fetch(address, { method: "POST", headers, body: Buffer.alloc(100_000, "x") })).status, 201);
        await server.end();
        // As if the first were made three days ago; then twice, an hour of the clock apart.
        const old = "commis-2026-01-05T120000Z";
        execFileSync("mv", [join(backups, names()[0]), join(backups, old)]);
        server = await serve(data, { env: settings() });
        const second = await until("there is a second", () =>
            names().find((name) => name !== old && existsSync(join(backups, name, "proof.json"))),
        );
        assert.equal(JSON.parse(readFileSync(join(backups, second, "proof.json"), "utf8")).orders, 5);
        await server.end();
        const third = "commis-2026-01-06T120000Z";
        execFileSync("mv", [join(backups, second), join(backups, third)]);
        server = await serve(data, { env: settings() });
        const newest = await until("there is a third", () =>
            names().find((name) => name > third && existsSync(join(backups, name, "proof.json"))),
        );
        const file_of = (name) =>
            execFileSync("find", [join(backups, name, "files"), "-type", "f"], { encoding: "utf8" }).trim();
        assert.equal(statSync(file_of(newest)).ino, statSync(file_of(third)).ino);
        assert.equal(readFileSync(file_of(newest)).length, 100_000);
    });

    test("what it made is restored to another place, with everything", () => {
        const restored = join(folder, "restored");
        const said = run(restored, "restore", join(backups, names().sort().at(-1)));
        assert.match(said, /^restored from \S+ to \S+; checking$/m);
        assert.match(said, /^files: 1, unused 0$/m);
        assert.match(said, /checked 1 shops, 5 orders, \d+ events: clean/);
        const refused = spawnSync(binary, ["restore", join(backups, names().at(-1)), "--data", data], {
            encoding: "utf8",
        });
        assert.equal(refused.status, 1);
        assert.match(refused.stderr, /exists: .*move it away first/);
    });

    test("tells figures: requests, queues, backups, room, process", async () => {
        const text = await figures(server);
        assert.equal(figure(text, 'commis_queue_waiting{queue="jobs"}'), 0);
        assert.ok(figure(text, 'commis_queue_waiting{queue="mail"}') >= 5, "no mail server: all of it waits");
        assert.ok(figure(text, 'commis_queue_oldest_seconds{queue="mail"}') > 0);
        assert.ok(Math.abs(figure(text, "commis_backup_last_success_timestamp_seconds") - Date.now() / 1000) < 120);
        assert.equal(figure(text, "commis_backup_failing"), 0);
        assert.equal(figure(text, "commis_backup_orders"), 5);
        assert.ok(figure(text, "commis_disk_free_bytes") > 0);
        assert.ok(figure(text, "commis_database_bytes") > 10_000);
        assert.ok(figure(text, "process_resident_memory_bytes") > 1e6);
        assert.ok(figure(text, "process_open_fds") > 5);
        assert.ok(figure(text, "process_max_fds") > figure(text, "process_open_fds"));
        assert.ok(figure(text, "commis_http_connections") >= 1);
        assert.equal(figure(text, 'commis_faults_total{where="worker"}'), 0);
        const version = run(data, "version").trim().split(" ").at(-1);
        assert.equal(figure(text, `commis_build_info{version="${version}"}`), 1);
        assert.doesNotMatch(text, /zoe|Lef/i, "no figure is about a person");
    });

    test("nobody makes figures grow by inventing methods", async () => {
        const { hostname, port } = new URL(server.url);
        for (const method of ["BREW", "WHEN"]) {
            const socket = connect(Number(port), hostname);
            socket.end(`${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
            await new Promise((done) => socket.on("close", done).resume());
        }
        const text = await figures(server);
        assert.equal(figure(text, 'commis_http_requests_total{method="other",route="other",status="501"}'), 2);
        assert.doesNotMatch(text, /BREW|WHEN/);
    });

    test("every alert asks for figures that there are", async () => {
        await call(server.url, "maison", token, "GET", "/orders");
        const text = await figures(server);
        const asked = new Set(readFileSync(alerts, "utf8").match(/\b(commis|process)_[a-z_]+[a-z]\b/g));
        assert.ok(asked.size > 8);
        for (const name of asked) assert.match(text, new RegExp(`^${name}(\\{| )`, "m"), name);
    });

    test("the alerts are rules that Prometheus takes", { skip: !is_installed("promtool") && "no promtool" }, () => {
        assert.match(execFileSync("promtool", ["check", "rules", alerts], { encoding: "utf8" }), /SUCCESS/);
    });

    test("the doctor finds backups in order", () => {
        const { of, status } = doctor(data, settings());
        assert.equal(of("backup").level, "ok", JSON.stringify(of("backup")));
        assert.match(
            of("backup").text,
            /newest is 0 minutes old, has 5 orders, and was brought back and checked; \d are kept/,
        );
        assert.equal(of("backup-place").level, "warning", "the same disk");
        assert.equal(of("database").level, "ok");
        assert.equal(of("key").level, "ok");
        assert.equal(of("mail").level, "warning");
        assert.match(of("mail").text, /no mail server is set/);
        assert.equal(status, 1, "warnings");
    });

    test("a backup that fails is told in the figures, at the desk, by the doctor and in the log", async () => {
        await server.end();
        // What was brought back is not whole: one byte of a file is another.
        const found = execFileSync("find", [join(data, "files"), "-type", "f"], { encoding: "utf8" }).trim();
        const bytes = readFileSync(found);
        bytes[5] ^= 1;
        chmodSync(found, 0o600);
        writeFileSync(found, bytes);
        for (const name of names()) await rm(join(backups, name), { recursive: true });
        server = await serve(data, { env: settings() });
        await until("the failure is noted", () => existsSync(join(backups, "last-failure.txt")));
        const text = await until("a figure tells it", async () => {
            const now = await figures(server);
            return figure(now, "commis_backup_failing") === 1 && now;
        });
        assert.equal(figure(text, "commis_backup_failures_total"), 1);
        assert.equal(figure(text, 'commis_faults_total{where="worker"}'), 1);
        const shop = await call(server.url, "maison", token, "GET", "");
        assert.ok(shop.warnings.some(({ code, text }) => code === "backup_failed" && text.includes("commis doctor")));
        const { of, status } = doctor(data, settings());
        assert.equal(of("backup").level, "problem");
        assert.match(of("backup").text, /last one failed: .*check finds 1 problems/);
        assert.equal(status, 2);
        assert.equal(names().length, 1, "the copy stays");
    });
});

describe("the doctor", { skip }, () => {
    let folder;
    let data;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "commis-doctor-"));
        data = join(folder, "data");
        make_shop(data, "maison");
    });
    after(() => rm(folder, { recursive: true, force: true }));

    test("says what is wrong with settings that can't be read", () => {
        const file = join(folder, "wrong.toml");
        writeFileSync(file, 'listen = "nowhere"\n');
        const done = spawnSync(binary, ["doctor", "--config", file], { encoding: "utf8" });
        assert.equal(done.status, 2);
        assert.match(done.stdout, /^problem {2}settings: listen: must be an address and a port.* - correct/);
    });

    test("says a line a subject, with what to do", () => {
        const done = spawnSync(binary, ["doctor", "--data", data], { encoding: "utf8" });
        assert.match(done.stdout, /^ok {2}settings: readable$/m);
        assert.match(done.stdout, /^ok {2}data: \S+ is the service's alone$/m);
        assert.match(done.stdout, /^warning {2}public-url: http:\S+ is not encrypted - put a proxy/m);
        assert.match(done.stdout, /^warning {2}backup: none are made by themselves - set backup_folder/m);
        assert.match(done.stdout, /^ok {2}payments: no payment service is connected$/m);
        assert.match(done.stdout, /^(ok|warning) {2}clock: /m);
        assert.match(done.stdout, /^(ok|warning|problem) {2}disk: \d+ (MB|GB) \(\d+ %\) free/m);
    });

    test("finds a folder that others read, a key that others read, and a database of the future", () => {
        chmodSync(data, 0o755);
        assert.equal(doctor(data).of("data").level, "warning");
        chmodSync(data, 0o700);
        writeFileSync(join(data, "secret.key"), "0".repeat(64), { mode: 0o644 });
        assert.equal(doctor(data).of("key").level, "problem");
        chmodSync(join(data, "secret.key"), 0o600);
        assert.equal(doctor(data).of("key").level, "ok");
        const tomorrow = new Date(Date.now() + 86_400_000);
        utimesSync(join(data, "commis.db"), tomorrow, tomorrow);
        const clock = doctor(data).of("clock");
        assert.equal(clock.level, "problem");
        assert.match(clock.text, /written later than now/);
        utimesSync(join(data, "commis.db"), new Date(), new Date());
    });

    test("asks the mail server", async () => {
        const { of } = doctor(data, { COMMIS_SMTP_URL: "smtp://127.0.0.1:9?timeout_s=2" });
        assert.equal(of("mail").level, "problem");
        assert.match(of("mail").text, /does not take us: /);
    });

    test("counts the days of a certificate, and sees a key that is another's", () => {
        const { certificate, key } = make_certificate(folder);
        const env = { COMMIS_TLS_CERTIFICATE: certificate, COMMIS_TLS_KEY: key };
        const found = doctor(data, env).of("certificate");
        assert.equal(found.level, "warning");
        assert.match(found.text, /good for (1 day|2 days|\d+ hours)/);
        const other = join(folder, "other.pem");
        execFileSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", other]);
        const wrong = doctor(data, { ...env, COMMIS_TLS_KEY: other }).of("certificate");
        assert.equal(wrong.level, "problem");
        assert.match(wrong.text, /key is of another certificate/);
    });

    test("a database that waits for its schema is told, and left as it is", () => {
        const old = join(folder, "old");
        run(old, "check");
        const last = "DELETE FROM schema_migrations WHERE version = (SELECT max(version) FROM schema_migrations)";
        with_commands(["--data", old], folder).change(last);
        assert.match(doctor(old).of("database").text, /schema is that of an older program, at step \d+ with 1 to take/);
        assert.match(
            doctor(old).of("database").text,
            /schema is that of an older program, at step \d+ with 1 to take/,
            "it was not brought up to date",
        );
    });

    test("payment credentials that another key sealed are found", async () => {
        const stripe = await start_stripe();
        const server = await serve(data, { env: { COMMIS_STRIPE_URL: stripe.url } });
        const token = run(data, "token", "create", "--shop", "maison", "--role", "owner").trim().split("\n").at(-1);
        await call(server.url, "maison", token, "PUT", "/payment-services/stripe", { secret: secret_key });
        await server.end();
        await stripe.stop();
        assert.equal(doctor(data).of("payments").level, "ok");
        assert.match(doctor(data).of("payments").text, /shop maison: stripe in its test mode is connected/);
        assert.equal(doctor(data).of("secrets").level, "ok");
        const wrong = doctor(data, { COMMIS_SECRET_KEY: "f".repeat(64) }).of("secrets");
        assert.equal(wrong.level, "problem");
        assert.match(wrong.text, /shop maison: payment service stripe .* is sealed with another key/);
    });
});

describe("beside PostgreSQL", { skip: engines.postgres }, () => {
    let place;
    before(async () => {
        place = await make_place("postgres", "upkeep");
        place.shop();
    });
    after(() => place?.gone());

    test("the queues are counted, and the doctor says whose business backups are", async () => {
        const server = await serve("", { place: place.words, cwd: place.cwd });
        const text = await figures(server);
        for (const queue of ["mail", "jobs", "webhooks", "payment_questions", "payment_notices"]) {
            assert.equal(figure(text, `commis_queue_waiting{queue="${queue}"}`), 0);
        }
        await server.end();
        const done = place.tried("doctor");
        assert.match(done.stdout, /^ok {2}database: PostgreSQL answers/m);
        assert.match(
            done.stdout,
            /^warning {2}backup: PostgreSQL is not backed up by this program - see that pg_dump/m,
        );
        assert.equal(done.status, 1);
    });

    test("backups by the program are refused in words", () => {
        const { words, cwd } = place;
        const env = { ...process.env, COMMIS_BACKUP_FOLDER: join(cwd, "backups") };
        const done = spawnSync(binary, ["serve", ...words], { encoding: "utf8", cwd, env });
        assert.equal(done.status, 1);
        assert.match(done.stderr, /backup_folder: PostgreSQL is backed up with its own tools, such as pg_dump/);
    });

    test("a server that does not answer is a problem", () => {
        const far = new URL(place.words[1]);
        far.port = "9";
        const done = with_commands(["--database", far.href], place.cwd).tried("doctor");
        assert.equal(done.status, 2);
        assert.match(done.stdout, /^problem {2}database: .* - commis check tells more once it answers$/m);
    });
});

describe("the log", { skip }, () => {
    for (const format of ["json", "text"]) {
        test(`in ${format} tells what happened, and of nobody`, async () => {
            const data = await mkdtemp(join(tmpdir(), "commis-log-"));
            const token = make_shop(data, "maison");
            const child = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0"], {
                env: { ...process.env, COMMIS_LOG_FORMAT: format, COMMIS_LOG_LEVEL: "debug" },
            });
            let said = "";
            child.stderr.on("data", (bytes) => (said += bytes));
            const url = await new Promise((found) => {
                let out = "";
                child.stdout.on("data", (bytes) => {
                    out += bytes;
                    const match = /http:\/\/127\.0\.0\.1:\d+/.exec(out);
                    if (match) found(match[0]);
                });
            });
            await place({ url }, token, 1);
            await call(url, "maison", token, "GET", "/orders?q=zoe@example.org");
            const gone = new Promise((done) => child.once("exit", done));
            child.kill();
            await gone;
            const lines = said.trim().split("\n");
            assert.ok(lines.length >= 3, said);
            for (const line of lines) {
                if (format === "json") assert.ok(JSON.parse(line).level, line);
                else assert.match(line, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} (debug|info): /);
            }
            assert.match(said, /"route":"\/api\/v1\/shops\/\{shop\}\/orders"/);
            assert.doesNotMatch(said, /zoe|Lef/i);
            await rm(data, { recursive: true, force: true });
        });
    }
});
