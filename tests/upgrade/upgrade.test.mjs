// Data folders that earlier programs made are opened by this one: copied before, brought up to date, the same as they
// were, and worked on. fixtures/ has one of each version; README.md there says how the next one comes.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { with_commands } from "../support/places.mjs";
import { binary, call, serve, skip } from "../support/program.mjs";
import { person } from "./keep.mjs";
import { demand_kept, look } from "./look.mjs";

const fixtures = fileURLToPath(new URL("fixtures", import.meta.url));
const names = readdirSync(fixtures)
    .filter((name) => name.endsWith(".tar.gz"))
    .map((name) => name.slice(0, -".tar.gz".length));
const migrations = fileURLToPath(new URL("../../migrations", import.meta.url));
const newest = Math.max(...readdirSync(migrations).map((name) => Number.parseInt(name, 10)));

/** The folder of a version, unpacked to a place of its own, with the commands run there. */
function unpack(name) {
    const data = mkdtempSync(join(tmpdir(), "commis-upgrade-"));
    execFileSync("tar", ["-C", data, "-xzf", join(fixtures, `${name}.tar.gz`)]);
    return with_commands(["--data", data], data, () => rmSync(data, { recursive: true, force: true }));
}
const ask_database = (data, text) => {
    const read = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0])";
    return execFileSync("python3", ["-c", read, join(data, "commis.db"), text], { encoding: "utf8" }).trim();
};
const step_of = (data) => Number(ask_database(data, "SELECT max(version) FROM schema_migrations"));
const copies_in = (folder) =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("before-upgrade-")) : [];
const doctor = (place, ...words) => {
    const { items } = JSON.parse(place.tried("doctor", "--json", ...words).stdout);
    return (subject) => items.find((item) => item.subject === subject);
};
const messages = (log) =>
    readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line).message);
// Drafts have no number yet.
const issued = (seen) => seen.orders.flatMap(({ documents }) => documents).filter(({ number }) => number);
const digits_of = (number) => Number(/(\d+)$/.exec(number)[1]);

const order = (shop) => ({
    external_id: "after-the-upgrade",
    currency: shop.currency,
    buyer: { name: "Zoé Lefèvre", email: "zoe@example.org" },
    lines: [{ sku: "MUG", name: "Mug", quantity: 1, unit_price: 1999, tax_rate: "20" }],
    payment: { method: shop.profile === "web-shop" ? "cheque" : "prepayment" },
});

for (const name of names)
    describe(`the folder of ${name}`, { skip }, () => {
        const kept = JSON.parse(readFileSync(join(fixtures, `${name}.json`), "utf8"));
        let place;
        let server;
        let old_step;
        let log;
        before(async () => {
            place = unpack(name);
            old_step = step_of(place.cwd);
            log = join(place.cwd, "server.log");
        });
        after(async () => {
            await server?.end();
            place?.gone();
        });

        test("the doctor says what will happen, and changes nothing", () => {
            const database = doctor(place)("database");
            if (old_step === newest) return assert.equal(database.level, "ok");
            assert.match(
                database.text,
                new RegExp(`older program, at step ${old_step} with ${newest - old_step} to take`),
            );
            assert.match(database.advice, /copies it to \S+before-upgrades and brings it up to date/);
            assert.equal(step_of(place.cwd), old_step);
        });

        test("is copied before it is changed, and the log tells each step and its time", async () => {
            server = await serve(place.cwd, { log });
            assert.equal(step_of(place.cwd), newest);
            const copies = copies_in(join(place.cwd, "before-upgrades"));
            const told = messages(log);
            if (old_step === newest) {
                assert.deepEqual(copies, []);
                return assert.deepEqual(told, []);
            }
            assert.equal(copies.length, 1);
            const copy = join(place.cwd, "before-upgrades", copies[0]);
            assert.equal(step_of(copy), old_step);
            assert.equal(told[0], `upgrade: the schema is at step ${old_step}, ${newest - old_step} to take`);
            assert.match(told[1], /^upgrade: copying \d+ MB first$/);
            assert.equal(told[2], `upgrade: copied to ${copy} and verified`);
            const steps = told.filter((line) => /^upgrade: step \d+ [a-z_]+ took \d+ ms$/.test(line));
            assert.equal(steps.length, newest - old_step);
            assert.ok(told.includes("upgrade: done"));
            assert.match(doctor(place)("upgrade").text, /^what was before the last one lies in \S+before-upgrade-/);
        });

        test("shows what the program that made it showed", async () => {
            for (const [shop, { token, seen }] of Object.entries(kept.shops))
                demand_kept(await look(server.url, shop, token), seen);
        });

        test("lets its people in", async () => {
            const answer = await fetch(`${server.url}/api/v1/session`, {
                method: "POST",
                headers: { "Content-Type": "application/json", Origin: server.url },
                body: JSON.stringify(person),
            });
            assert.ok(answer.ok, `${answer.status} ${await answer.text()}`);
        });

        test("has its papers in the register, and draws them", async () => {
            for (const [shop, { token, seen }] of Object.entries(kept.shops)) {
                for (const document of issued(seen)) {
                    const register = await call(server.url, shop, token, "GET", `/documents/${document.id}`);
                    assert.equal(register.number, document.number);
                    const paper = await fetch(`${server.url}/api/v1/shops/${shop}/documents/${document.id}.pdf`, {
                        headers: { Authorization: `Bearer ${token}` },
                    });
                    assert.equal(paper.headers.get("content-type"), "application/pdf", document.number);
                    assert.match(Buffer.from(await paper.arrayBuffer()).toString("latin1"), /^%PDF-/);
                }
            }
        });

        test("takes an order, its payment and an invoice with the next number", async () => {
            for (const [shop, { token, seen }] of Object.entries(kept.shops)) {
                const ask = (path, body) => call(server.url, shop, token, "POST", path, body);
                const last = (list) => Math.max(...list.map(({ number }) => digits_of(number)));
                const placed = await ask("/orders", order(seen.shop));
                assert.equal(digits_of(placed.number), last(seen.orders) + 1);
                const paid = await ask(`/orders/${placed.id}/actions/mark-paid`, {});
                assert.equal(paid.totals.due, 0);
                const { documents } = await ask(`/orders/${placed.id}/actions/invoice`, {});
                const invoice = documents.find(({ kind, number }) => kind === "invoice" && number);
                const invoices = issued(seen).filter(({ kind }) => kind === "invoice");
                assert.equal(digits_of(invoice.number), last(invoices) + 1);
            }
        });

        test("is clean to the check, before and after a restart that has nothing left to do", async () => {
            await server.end();
            assert.match(place.run("check"), /^checked 2 shops, 34 orders, \d+ events: clean$/m);
            assert.match(place.run("check", "numbers"), /clean/);
            const before = messages(log).length;
            server = await serve(place.cwd, { log });
            assert.deepEqual(
                messages(log)
                    .slice(before)
                    .filter((line) => line.startsWith("upgrade")),
                [],
            );
            assert.equal(copies_in(join(place.cwd, "before-upgrades")).length, old_step === newest ? 0 : 1);
        });
    });

const oldest = "step-22";

describe("an upgrade that meets trouble", { skip }, () => {
    let place;
    before(() => {
        place = unpack(oldest);
    });
    after(() => place?.gone());
    const tried = (env = {}, ...words) =>
        spawnSync(binary, ["check", ...words, "--data", place.cwd], {
            encoding: "utf8",
            env: { ...process.env, ...env },
        });

    test("the copy can't be made: nothing is changed, and it is said what to do", () => {
        const before = step_of(place.cwd);
        // What is no folder takes no copy.
        const full = join(place.cwd, "full");
        writeFileSync(full, "");
        const refused = tried({ COMMIS_BACKUP_FOLDER: join(full, "backups") });
        assert.equal(refused.status, 1);
        assert.match(refused.stderr, /^commis: upgrade_copy_failed: .*make room, name another disk in backup_folder/m);
        assert.equal(step_of(place.cwd), before);
    });

    test("a server of the older program still runs: it is stopped first", async () => {
        const before = step_of(place.cwd);
        // It holds the same lock as any server.
        const other = spawn("flock", [
            "--no-fork",
            join(place.cwd, "serve.lock"),
            "sh",
            "-c",
            "echo on; exec sleep 600",
        ]);
        await new Promise((locked) => other.stdout.once("data", locked));
        const refused = tried();
        other.kill();
        assert.equal(refused.status, 1);
        assert.match(refused.stderr, /^commis: server_running: .*of an older program: stop that server/m);
        assert.equal(step_of(place.cwd), before);
    });

    test("it ended in the middle: it goes on, and the copy stays the one from before", async () => {
        const before = step_of(place.cwd);
        // A table in the way of the last step: those before it commit.
        place.change("CREATE TABLE IF NOT EXISTS sales_days (in_the_way integer)");
        const stopped = tried();
        assert.equal(stopped.status, 1, stopped.stderr);
        const [copy, ...others] = copies_in(join(place.cwd, "before-upgrades"));
        assert.deepEqual(others, []);
        assert.equal(step_of(join(place.cwd, "before-upgrades", copy)), before);
        const half = step_of(place.cwd);
        assert.ok(half > before && half < newest, `step ${half}`);
        assert.match(doctor(place)("upgrade").text, /did not come to its end; what was before lies in \S+/);
        place.change("DROP TABLE sales_days");
        const went_on = tried();
        assert.equal(went_on.status, 0, went_on.stderr);
        assert.match(went_on.stderr, new RegExp(`goes on after step ${half}; what was before lies in`));
        assert.deepEqual(copies_in(join(place.cwd, "before-upgrades")), [copy]);
        assert.equal(doctor(place)("upgrade").level, "ok");
    });

    test("the copy goes to the folder of backups where there is one; none is made where that is said", async () => {
        const [first, second] = [unpack(oldest), unpack(oldest)];
        const backups = join(first.cwd, "elsewhere");
        const env = { ...process.env, COMMIS_BACKUP_FOLDER: backups };
        assert.equal(spawnSync(binary, ["check", "--data", first.cwd], { env }).status, 0);
        assert.equal(copies_in(backups).length, 1);
        // The older program's own restore reads it: a backup like any other.
        assert.ok(existsSync(join(backups, copies_in(backups)[0], "commis.db")));
        const off = { ...process.env, COMMIS_UPGRADE_BACKUP: "0" };
        assert.equal(spawnSync(binary, ["check", "--data", second.cwd], { env: off }).status, 0);
        assert.equal(step_of(second.cwd), newest);
        assert.equal(existsSync(join(second.cwd, "before-upgrades")), false);
        first.gone();
        second.gone();
    });

    test("restoring an old backup brings it up to date without a second copy", () => {
        const old = unpack(oldest);
        const to = mkdtempSync(join(tmpdir(), "commis-upgrade-"));
        rmSync(to, { recursive: true });
        const said = execFileSync(binary, ["restore", old.cwd, "--data", to], { encoding: "utf8" });
        assert.match(said, /: clean$/m);
        assert.equal(existsSync(join(to, "before-upgrades")), false);
        assert.equal(step_of(to), newest);
        rmSync(to, { recursive: true });
        old.gone();
    });

    test("only two copies stay", () => {
        const old = unpack(oldest);
        const folder = join(old.cwd, "before-upgrades");
        const names = ["2024-01-01T000000Z", "2024-06-01T000000Z", "2025-01-01T000000Z"].map(
            (at) => `before-upgrade-${at}`,
        );
        for (const name of names) mkdirSync(join(folder, name), { recursive: true });
        old.run("check");
        const left = copies_in(folder).sort();
        assert.equal(left.length, 2);
        assert.equal(left[0], names[2]);
        old.gone();
    });

    test("a newer program's folder is refused in words, untouched and uncopied", () => {
        const newer = unpack(oldest);
        newer.run("check");
        newer.change("INSERT INTO schema_migrations VALUES (9999, 'later', 'x', 0)");
        const before = readFileSync(join(newer.cwd, "commis.db"));
        const refused = newer.tried("check");
        assert.equal(refused.status, 1);
        assert.match(refused.stderr, /^commis: database_newer: .*newer version of this program.*9999 later/);
        assert.match(doctor(newer)("database").text, /newer version of this program/);
        assert.deepEqual(readFileSync(join(newer.cwd, "commis.db")), before);
        newer.gone();
    });
});
