// What goes wrong around the program: a full or read-only disk, a folder that is gone, a database that may not be
// written, clocks that jump, no file handles, a damaged page, an older program, a key left behind. Each has an answer
// with a stable code, nothing half written, and an end without a hand. Elsewhere: mail servers in mail_faults, payment
// services in payments and tests/gateways, a database that restarts or dies in processes, kill -9 in crash and numbers.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, open, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { until } from "../support/balancer.mjs";
import { Cluster, no_cluster } from "../support/cluster.mjs";
import { engines, with_commands } from "../support/places.mjs";
import { serve, skip } from "../support/program.mjs";
import { World } from "../support/world.mjs";

const is_root = process.getuid() === 0;
const faketime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
const is_long = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3) >= 10;

let world;
afterEach(async () => {
    await world?.leave();
    world = undefined;
});

describe("a small disk", { skip: skip || (is_root ? false : "only root may mount one") }, () => {
    let disk;
    const mount = (...options) => execFileSync("mount", ["-t", "tmpfs", ...options, "tmpfs", disk]);
    before(async () => {
        disk = await mkdtemp(join(tmpdir(), "commis-disk-"));
    });
    afterEach(async () => {
        await world?.server?.end();
        execFileSync("umount", [disk]);
    });
    after(() => Promise.all([disk, `${disk}.log`].map((path) => rm(path, { recursive: true, force: true }))));
    // The log is elsewhere.
    const begin_on_disk = () => {
        mount("-o", "size=48m");
        world = new World(with_commands(["--data", join(disk, "shop")], tmpdir())).open();
        world.log = `${disk}.log`;
    };

    async function fill_and_empty() {
        await world.serve();
        world.load.start();
        await world.load.more(10);
        const ballast = join(disk, "ballast");
        try {
            execFileSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=4k"], { stdio: "ignore" });
        } catch {
            // It ends when there is no room.
        }
        await until("the disk is full", () => world.load.troubles.has("storage_full"));
        // What is there is still read.
        assert.equal((await world.load.once("GET", "/orders?limit=1")).status, 200);
        await rm(ballast);
        await world.load.more(20);
        await world.prove();
        assert.deepEqual([...world.load.troubles.keys()], ["storage_full"]);
    }

    test("that is full: said so, nothing half written, and going on by itself once there is room", async () => {
        begin_on_disk();
        await fill_and_empty();
    });

    test("under a PostgreSQL that is full: the same", { skip: no_cluster }, async () => {
        mount("-o", "size=64m,mode=0777");
        const cluster = await Cluster.make();
        try {
            execFileSync("install", ["-d", "-o", "postgres", "-m", "0700", join(disk, "space")]);
            cluster.sql("postgres", `CREATE TABLESPACE small LOCATION '${join(disk, "space")}'`);
            cluster.sql("postgres", "CREATE DATABASE shop TABLESPACE small");
            const cwd = join(cluster.folder, "server");
            await mkdir(cwd);
            world = new World(with_commands(["--database", Cluster.url("shop", cluster)], cwd)).open();
            await fill_and_empty();
            await world.server.end();
        } finally {
            await world?.server?.end();
            cluster.gone();
            cluster.remove();
        }
    });

    test("that may only be read: no server, and words for it", async () => {
        begin_on_disk();
        execFileSync("mount", ["-o", "remount,ro", disk]);
        const refused = world.place.tried("serve", "--listen", "127.0.0.1:0");
        assert.equal(refused.status, 1);
        assert.match(refused.stderr, /commis: storage_(read_only|failing): .*(read-?only|unable to open)/i);
        execFileSync("mount", ["-o", "remount,rw", disk]);
        await world.serve();
        assert.equal((await world.order("again")).status, 201);
        await world.prove();
    });
});

describe("files", { skip }, () => {
    test("that may not grow: said so, and going on by itself when they may", async () => {
        world = await World.at("sqlite");
        await world.serve();
        world.load.start();
        await world.load.more(5);
        const limit = (bytes) => execFileSync("prlimit", ["--pid", String(world.server.pid), `--fsize=${bytes}:`]);
        limit(4096);
        await until("writing fails", () => [...world.load.troubles.keys()].some((code) => /^storage_/.test(code)));
        const refused = await world.order("refused");
        assert.deepEqual([refused.status, refused.body.code], [503, "storage_failing"]);
        limit("unlimited");
        await world.load.more(10);
        await world.prove();
        assert.deepEqual([...world.load.troubles.keys()], ["storage_failing"]);
    });

    test("whose folder is away for a while: nothing answered is lost", async () => {
        world = await World.at("sqlite");
        const [data, away] = [world.place.cwd, `${world.place.cwd}-away`];
        await world.serve({ cwd: "/" });
        world.load.start();
        await world.load.more(5);
        await rename(data, away);
        await wait(700);
        await rename(away, data);
        await world.load.more(10);
        await world.prove();
        for (const code of world.load.troubles.keys()) assert.match(code, /^storage_/);
    });

    test("that this user may not read: words, and no stack of anything", {
        skip: is_root ? false : "only root may become somebody else",
    }, async () => {
        world = await World.at("sqlite");
        await chmod(world.place.cwd, 0o700);
        const words = ["-u", "nobody", "--", process.env.COMMIS_BINARY, "check", ...world.place.words];
        const options = { encoding: "utf8", stdio: "pipe", cwd: "/" };
        assert.throws(
            () => execFileSync("runuser", words, options),
            ({ status, stderr }) =>
                status === 1 && /commis: (storage_failing|failed): .*(unable to open|ermission)/.test(stderr),
        );
    });

    test("of another server: a second one is refused with words and the first goes on", async () => {
        world = await World.at("sqlite");
        await world.serve();
        const second = world.place.tried("serve", "--listen", "127.0.0.1:0");
        assert.equal(second.status, 1);
        assert.match(second.stderr, /another server is running on the data folder/);
        assert.equal((await world.order("first")).status, 201);
    });

    test("of which a part is damaged: found by check, with words and an exit code", async () => {
        world = await World.at("sqlite");
        await world.serve();
        world.load.start();
        await world.load.more(60);
        await world.load.stop();
        await world.server.end();
        const path = join(world.place.cwd, "commis.db");
        const { size } = await stat(path);
        const file = await open(path, "r+");
        // A hundred pages in the middle, so that one of them is a table's.
        const pages = Math.min(100, Math.floor(size / 4096 / 3));
        await file.write(Buffer.alloc(4096 * pages, 0x5a), 0, 4096 * pages, 4096 * Math.floor(size / 4096 / 2));
        await file.close();
        const checked = world.place.tried("check");
        assert.equal(checked.status, 1, checked.stdout + checked.stderr);
        assert.match(checked.stdout + checked.stderr, /database: |storage_damaged/);
        assert.doesNotMatch(checked.stdout, /clean/);
    });
});

for (const [engine, skipped] of Object.entries(engines))
    describe(`an older program on ${engine}`, { skip: skipped }, () => {
        test("is refused with words before it touches anything", async () => {
            world = await World.at(engine);
            const newer =
                "INSERT INTO schema_migrations (version, name, checksum, applied_at_ms) VALUES (9999, 'later', 'x', 0)";
            world.place.change(newer);
            for (const words of [["serve", "--listen", "127.0.0.1:0"], ["check"]]) {
                const refused = world.place.tried(...words);
                assert.equal(refused.status, 1);
                assert.match(refused.stderr, /^commis: database_newer: .*newer version of this program.*9999 later/);
            }
        });
    });

describe("a PostgreSQL that may not be written", { skip: engines.postgres }, () => {
    test("as a former primary: said so, and going on by itself when it may", async () => {
        world = await World.at("postgres");
        const database = new URL(world.place.words[1]).pathname.slice(1);
        const others =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity " +
            `WHERE datname = '${database}' AND pid <> pg_backend_pid()`;
        await world.serve();
        world.load.start();
        await world.load.more(5);
        world.place.change(`ALTER DATABASE ${database} SET default_transaction_read_only = on`);
        world.place.change(others);
        await until("writing is refused", () => world.load.troubles.has("storage_unreachable"));
        const refused = await world.order("refused");
        assert.deepEqual([refused.status, refused.body.code], [503, "storage_unreachable"]);
        assert.equal((await world.load.once("GET", "/orders?limit=1")).status, 200, "it is still read");
        const elsewhere = world.place.words[1].replace(`/${database}`, "/postgres");
        const back = `ALTER DATABASE ${database} RESET default_transaction_read_only`;
        execFileSync("psql", ["-q", "-v", "ON_ERROR_STOP=1", "-d", elsewhere, "-c", back]);
        // Nobody hangs up this time: connections that are no use are given up.
        await world.load.more(10);
        await world.prove();
    });
});

describe("a PostgreSQL that keeps everybody waiting", {
    skip: engines.postgres || (is_long ? false : "ten seconds of waiting: only in the long runs"),
}, () => {
    test("whoever gets no connection is told to come back", async () => {
        world = await World.at("postgres");
        await world.serve();
        assert.equal((await world.order("before")).status, 201);
        const lock = "BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(14)";
        const locking = spawn("psql", ["-q", "-d", world.place.words[1], "-c", lock], { stdio: "ignore" });
        const gone = new Promise((done) => locking.once("exit", done));
        await wait(500);
        const asked = Array.from({ length: 24 }, () => world.load.once("GET", "/orders?limit=1"));
        const answers = await Promise.all(asked);
        const told = new Set(answers.map(({ status, body }) => `${status} ${body.code ?? "orders"}`));
        assert.deepEqual([...told].sort(), ["200 orders", "503 storage_busy"]);
        await gone;
        await world.prove();
    });
});

for (const [engine, skipped] of Object.entries(engines))
    describe(`a clock that jumps on ${engine}`, {
        skip: skipped || (existsSync(faketime) ? false : "libfaketime is not installed"),
    }, () => {
        test("a year ahead and an hour back under load: ids rise, numbers are there once, sessions end", async () => {
            world = await World.at(engine);
            const { place } = world;
            const owner = ["--email", "ada@example.org", "--password", "correct horse", "--shop", "s"];
            place.run("operator", "create", ...owner);
            const clock = join(place.cwd, "clock");
            await writeFile(clock, "+0\n");
            const env = {
                LD_PRELOAD: faketime,
                FAKETIME_TIMESTAMP_FILE: clock,
                FAKETIME_NO_CACHE: "1",
                FAKETIME_DONT_FAKE_MONOTONIC: "1",
            };
            await world.serve({ env });
            const signed_in = await fetch(`${world.server.url}/api/v1/session`, {
                method: "POST",
                headers: { "Content-Type": "application/json" },
                body: JSON.stringify({ email: "ada@example.org", password: "correct horse" }),
            });
            const cookie = signed_in.headers.get("set-cookie").split(";")[0];
            const who = async () => (await fetch(`${world.server.url}/api/v1/session`, { headers: { cookie } })).status;
            assert.equal(await who(), 200);
            world.load.start();
            await world.load.more(10);
            await writeFile(clock, "+365d\n");
            await world.load.more(10);
            assert.equal(await who(), 401, "a session does not live for a year");
            await writeFile(clock, "-1h\n");
            await world.load.more(10);
            await world.load.stop();
            const last = (await world.order("last")).body;
            const years = new Set([...(await placed_years(world))]);
            assert.equal(years.size, 2, "the jump was seen");
            // Ids follow each other for each client, whatever the clock says.
            for (let client = 0; client < 4; client += 1) {
                const ids = [...world.load.orders]
                    .filter(([key]) => key.startsWith(`rc${client}-`))
                    .map(([, { id }]) => id);
                assert.ok(ids.length > 3, `${ids.length} orders of client ${client}`);
                assert.deepEqual(ids, [...ids].sort());
                assert.ok(ids.at(-1) < last.id);
            }
            await world.prove();
        });
    });

/** In which years, by the server's clock, orders were placed. */
async function placed_years({ load }) {
    return (await load.list("/orders?")).map(({ placed_at }) => placed_at.slice(0, 4));
}

describe("no file handles", { skip }, () => {
    test("are left: whoever is in is served, others wait, and all goes on when there are some", async () => {
        world = await World.at("sqlite");
        await world.serve({ before: ["prlimit", "--nofile=64:64"] });
        assert.equal((await world.order("before")).status, 201);
        const { hostname, port } = new URL(world.server.url);
        let answered = 0;
        const sockets = Array.from({ length: 100 }, () => {
            const socket = connect(Number(port), hostname).on("error", () => undefined);
            socket.once("data", (bytes) => {
                assert.match(String(bytes), /^HTTP\/1.1 200 /);
                answered += 1;
                socket.answered = true;
            });
            socket.write("GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n");
            return socket;
        });
        await until("who is in is served", () => answered > 20);
        await wait(500);
        assert.ok(answered < 64, `${answered} are served with 64 handles`);
        // With each that leaves another comes in, and nobody is forgotten.
        await until("all are served", () => {
            for (const socket of sockets) if (socket.answered) socket.destroy();
            return answered === sockets.length;
        });
        await until("it answers again", async () => (await world.order("after").catch(() => ({}))).status === 201);
        world.load.start();
        await world.load.more(5);
        await world.prove();
    });
});

describe("a backup on another machine", { skip }, () => {
    test("without its key: restored, and clear words about what cannot be opened", async () => {
        world = await World.at("sqlite");
        await world.serve({ words: ["--webhook-ranges", "127.0.0.0/8", "--webhook-http"] });
        const url = "http://127.0.0.1:9/hook";
        const made = await world.load.once("POST", "/webhooks", { url });
        assert.equal(made.status, 201, JSON.stringify(made.body));
        assert.equal((await world.order("kept")).status, 201);
        const copy = join(world.place.cwd, "copy");
        world.place.run("backup", copy);
        await rm(join(copy, "secret.key"));
        const elsewhere = join(world.place.cwd, "elsewhere");
        await mkdir(elsewhere);
        const place = with_commands(["--data", elsewhere], elsewhere);
        const restored = place.tried("restore", copy);
        assert.equal(restored.status, 1, "it is not all well");
        const words = new RegExp(`s webhook ${url}: secret_locked: sealed with another key; bring back the secret key`);
        assert.match(restored.stdout, words);
        // The doctor names the same.
        const named = new RegExp(`problem {2}secrets: shop s: webhook ${url} is sealed with another key`);
        assert.match(place.tried("doctor").stdout, named);
        // It serves all the same, and says so in its log.
        const log = join(elsewhere, "log");
        const server = await serve(undefined, { place: place.words, cwd: elsewhere, log });
        await server.end();
        assert.match(await readFile(log, "utf8"), /secret_locked: s webhook/);
        // With the key all is well.
        await writeFile(join(elsewhere, "secret.key"), await readFile(join(world.place.cwd, "secret.key")));
        await truncate(log);
        assert.match(place.run("check"), /clean/);
    });
});
