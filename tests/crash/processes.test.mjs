// Several server processes on one PostgreSQL: what one does, all know; nothing is done twice; one that is killed is not
// missed; the database may restart, or die and leave its place to a replica. COMMIS_CRASH_ROUNDS says how often;
// from ten on there are also four processes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { start_sink } from "../desk/smtp_sink.mjs";
import { listen, start_balancer, until } from "../support/balancer.mjs";
import { Cluster, no_cluster } from "../support/cluster.mjs";
import { Load } from "../support/load.mjs";
import { engines, make_place, with_commands } from "../support/places.mjs";
import { serve, skip } from "../support/program.mjs";

const wanted = Number(process.env.COMMIS_CRASH_ROUNDS ?? 3);
const is_long = wanted >= 10;
const rounds = is_long ? Math.floor(wanted / 3) : 1;

const mug = (more = {}) => ({
    currency: "EUR",
    buyer: { name: "Zoé", email: "zoe@example.org" },
    lines: [{ name: "Mug", quantity: 1, unit_price: 1999 }],
    payment: { method: "bank-transfer" },
    ...more,
});

for (const count of is_long ? [2, 4] : [2])
    describe(`${count} processes on one PostgreSQL`, { skip: engines.postgres }, () => {
        let place;
        let token;
        let sink;
        let servers;
        let balancer;
        const start = () => {
            const env = { COMMIS_SMTP_URL: sink.url, COMMIS_MAIL_FROM: "shop@example.org" };
            return serve(undefined, { place: place.words, cwd: place.cwd, env, log: join(place.cwd, "log") });
        };
        const sql = (text) =>
            execFileSync("psql", ["-q", "-t", "-A", "-d", place.words[1], "-c", text], { encoding: "utf8" });
        const call_with = async (url, headers, method, path, body) => {
            const answer = await fetch(`${url}/api/v1${path}`, {
                method,
                headers: { "Content-Type": "application/json", ...headers },
                body: body && JSON.stringify(body),
            });
            const text = await answer.text();
            return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
        };
        const call = async (server, method, path, body, headers = {}) => {
            const mine = { Authorization: `Bearer ${token}`, ...headers };
            const answer = await call_with(server.url, mine, method, `/shops/s${path}`, body);
            assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
            return answer.body;
        };
        const each = (items, run) => Promise.all(items.map(run));

        before(async () => {
            sink = await start_sink();
            place = await make_place("postgres", "processes");
            token = place.shop();
            place.run(
                ..."operator create --email ada@example.org --password".split(" "),
                "correct horse",
                "--shop",
                "s",
            );
            // At once: one of them brings the schema up to date, and all share the folder of files.
            servers = await each(Array.from({ length: count }), start);
            balancer = await start_balancer(servers);
        });
        after(async () => {
            await balancer?.stop();
            await each(servers ?? [], (server) => server.end());
            sink?.stop();
            await place?.gone();
        });

        test("who signs in at one is known to all, who signs out at one is nobody at all", async () => {
            const known = { email: "ada@example.org", password: "correct horse" };
            const signed_in = await call_with(servers[0].url, {}, "POST", "/session", known);
            assert.equal(signed_in.status, 200);
            const cookie = signed_in.headers.get("set-cookie").split(";")[0];
            const sessions = await each(servers, ({ url }) => call_with(url, { cookie }, "GET", "/session"));
            assert.deepEqual(
                sessions.map(({ body }) => body.operator.email),
                servers.map(() => known.email),
            );
            const proof = { cookie, "X-Commis-CSRF": sessions[0].body.csrf };
            assert.equal((await call_with(servers.at(-1).url, proof, "DELETE", "/session")).status, 204);
            for (const { url } of servers)
                assert.equal((await call_with(url, { cookie }, "GET", "/session")).status, 401);
        });

        test("guesses at one process count at all", async () => {
            const guess = ({ url }) =>
                call_with(url, {}, "POST", "/session", { email: "ada@example.org", password: "no" });
            for (let tried = 0; tried < 10; tried += 1) assert.equal((await guess(servers[0])).status, 401);
            assert.equal((await guess(servers[0])).status, 429);
            for (const server of servers) assert.equal((await guess(server)).status, 429);
        });

        test("a change made at one is told on the streams of all", async () => {
            const streams = await each(servers, ({ url }) => listen(url, token));
            const ids = [];
            for (const server of servers) ids.push((await call(server, "POST", "/orders", mug())).id);
            for (const [at, stream] of streams.entries()) {
                const hears = (id) => stream.events.some((event) => event.id === id && event.version === 1);
                await until(`server ${at} hears of every order`, () => ids.every(hears));
            }
            for (const stream of streams) stream.stop();
        });

        test("a job is run by one of them, and its end is told by all", async () => {
            const streams = await each(servers, ({ url }) => listen(url, token));
            const orders = await each(Array.from({ length: 40 }), async (_, at) => {
                const placed = await call(servers[at % count], "POST", "/orders", mug());
                return placed.id;
            });
            const wish = { action: "mark-paid", params: {}, orders };
            const job = await call(servers[0], "POST", "/orders/bulk", wish);
            for (const stream of streams)
                await until("the job's end", () =>
                    stream.events.some(({ id, status }) => id === job.id && status === "done"),
                );
            assert.equal((await call(servers.at(-1), "GET", `/jobs/${job.id}`)).counts.changed, orders.length);
            for (const id of orders) {
                const { payment_status } = await call(servers.at(-1), "GET", `/orders/${id}`);
                assert.equal(payment_status, "paid");
            }
            for (const stream of streams) stream.stop();
        });

        test("files that one took in are there for the jobs that another runs", async () => {
            const head = "order,date,name,email,item,quantity,price\n";
            const jobs = await each(Array.from({ length: 2 * count }), async (_, at) => {
                const answer = await fetch(`${servers[at % count].url}/api/v1/shops/s/imports?format=uci`, {
                    method: "POST",
                    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" },
                    body: head,
                });
                assert.equal(answer.status, 202, await answer.clone().text());
                return (await answer.json()).id;
            });
            for (const id of jobs) {
                const ended = await until("the job ends", async () => {
                    const job = await call(servers.at(-1), "GET", `/jobs/${id}`);
                    return job.finished_at && job;
                });
                // Whoever ran it has read it: what it says is about its columns, not about a file that is not there.
                assert.match(ended.detail, /column/i, JSON.stringify(ended));
            }
        });

        test("each mail leaves once", async () => {
            const names = Array.from({ length: 30 }, (_, at) => `buyer-${count}-${at}@example.org`);
            await each(names, (email, at) =>
                call(servers[at % count], "POST", "/orders", mug({ buyer: { name: "Zoé", email } })),
            );
            const copies = (email) => sink.messages.filter(({ to }) => to.includes(email)).length;
            await until("every mail arrives", () => names.every((email) => copies(email) > 0), 60_000);
            await wait(1_500); // Each of them has looked for more by now.
            for (const email of names) assert.equal(copies(email), 1, email);
        });

        test("one key at all of them at the same moment makes one order", async () => {
            for (let at = 0; at < 15; at += 1) {
                const key = { "Idempotency-Key": `same-${count}-${at}` };
                const headers = { Authorization: `Bearer ${token}`, ...key };
                const wish = mug({ external_id: `same-${count}-${at}` });
                const answers = await each(servers, ({ url }) =>
                    call_with(url, headers, "POST", "/shops/s/orders", wish),
                );
                const done = answers.filter(({ status }) => status === 201);
                assert.ok(done.length > 0, JSON.stringify(answers));
                assert.equal(new Set(done.map(({ body }) => body.id)).size, 1, "one order");
                for (const { status, body } of answers)
                    assert.ok(status === 201 || body.code === "in_progress", JSON.stringify(body));
            }
        });

        const kept = new Map(); // Of all rounds.
        for (let round = 1; round <= rounds; ++round)
            test(`round ${round}: one is killed under load, the others go on, nothing answered is lost`, async () => {
                const load = new Load({ url: () => balancer.url, token });
                load.orders = kept;
                load.start(`${count}-${round}`);
                try {
                    await load.more(20);
                    const victim = round % count;
                    await servers[victim].end("SIGKILL");
                    await load.more(40);
                    servers[victim] = await start();
                    await load.more(10);
                } finally {
                    await load.stop();
                }
                await load.prove();
                assert.match(place.run("check"), /clean/);
                assert.match(place.run("check", "numbers"), /numbers: clean/);
            });
        test("a job of one that is killed is finished by another, each order once", async () => {
            // As many as no server is done with between two looks at it.
            const orders = [];
            while (orders.length < 1_200) {
                const placed = await each(Array.from({ length: 60 }), (_, at) =>
                    call(servers[at % count], "POST", "/orders", mug()),
                );
                orders.push(...placed.map((order) => order.id));
            }
            const wish = { action: "mark-paid", params: {}, orders };
            const job = await call(servers[0], "POST", "/orders/bulk", wish);
            // Whoever has it: all are killed while it runs but the last that is started after them.
            await until(
                "the job runs",
                async () =>
                    Number(sql(`SELECT count(*) FROM job_items WHERE job_id = '${job.id}' AND status = 'done'`)) > 0,
            );
            await each(servers, (server) => server.end("SIGKILL"));
            const waiting = `SELECT count(*) FROM job_items WHERE job_id = '${job.id}' AND status = 'waiting'`;
            assert.ok(Number(sql(waiting)) > 0, "it was killed in the middle");
            // A minute later nobody can still be at it: the lease is moved instead of the clock.
            sql("UPDATE jobs SET next_at_ms = 0 WHERE is_open = 1");
            for (let at = 0; at < count; at += 1) servers[at] = await start();
            await until(
                "the job ends",
                async () => (await call(servers[0], "GET", `/jobs/${job.id}`)).status === "done",
            );
            const paid = sql(
                "SELECT count(*), count(DISTINCT order_id) FROM ledger_entries WHERE order_id IN (" +
                    `SELECT order_id FROM job_items WHERE job_id = '${job.id}')`,
            );
            assert.equal(paid.trim(), `${orders.length}|${orders.length}`);
            assert.match(place.run("check"), /clean/);
        });
    });

describe("the database goes away under load", { skip: skip || no_cluster }, () => {
    let cwd;
    let cluster; // Until it is killed.
    let databases = 0;
    before(async () => {
        cwd = await mkdtemp(join(tmpdir(), "commis-failover-"));
        cluster = await Cluster.make(["wal_level=replica"]);
    });
    after(async () => {
        cluster?.gone();
        cluster?.remove();
        await rm(cwd, { recursive: true, force: true });
    });

    async function begin(...clusters) {
        databases += 1;
        const database = `shop${databases}`;
        clusters[0].sql("postgres", `CREATE DATABASE ${database}`);
        const place = with_commands(["--database", Cluster.url(database, ...clusters)], cwd);
        const token = place.shop();
        const start = () => serve(undefined, { place: place.words, cwd, log: join(cwd, "log") });
        const servers = [await start(), await start()];
        const balancer = await start_balancer(servers);
        const load = new Load({ url: () => balancer.url, token });
        const end = async () => {
            load.stopped = true;
            await balancer.stop();
            for (const server of servers) await server.end();
        };
        return { place, load, end, servers, token };
    }
    async function expect_whole({ place, load }) {
        const found = await load.prove();
        assert.match(place.run("check"), /clean/);
        assert.match(place.run("check", "numbers"), /numbers: clean/);
        console.log(`${JSON.stringify(found)}; ${load.told()}`);
    }

    test("and restarts: the servers find it again by themselves, nothing answered is lost", async () => {
        const world = await begin(cluster);
        try {
            const stream = await listen(world.servers[0].url, world.token);
            world.load.start();
            await world.load.more(10);
            for (let round = 1; round <= Math.min(rounds, 20); ++round) {
                cluster.stop(round % 2 === 0 ? "immediate" : "fast");
                await wait(300);
                const ready = await fetch(`${world.servers[0].url}/readyz`);
                assert.equal(ready.status, 503);
                const { status, body } = await world.load.once("GET", "/orders?limit=1");
                assert.deepEqual([status, body.code], [503, "storage_unreachable"]);
                cluster.start();
                await world.load.more(20);
            }
            await until(
                "a stream that missed something is cut, so that who listens fetches afresh",
                () => stream.ended,
            );
            await world.load.stop();
            await expect_whole(world);
            assert.equal((await fetch(`${world.servers[0].url}/readyz`)).status, 200);
        } finally {
            await world.end();
        }
    });

    test("in the middle of a commit: with a key it is looked up, without one the caller is told to look", async () => {
        const world = await begin(cluster);
        try {
            const { url } = world.servers[0];
            const place = (external_id, headers = {}) =>
                fetch(`${url}/api/v1/shops/s/orders`, {
                    method: "POST",
                    headers: {
                        Authorization: `Bearer ${world.token}`,
                        "Content-Type": "application/json",
                        ...headers,
                    },
                    body: JSON.stringify(mug({ external_id })),
                }).then(async (answer) => ({ status: answer.status, body: await answer.json() }));
            // A commit that waits for a replica which is not there is done here, and its end is never told.
            const waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
            const cut_off = async (placing) => {
                await until("the commit waits", () => Number(cluster.sql("postgres", waiting)) > 0);
                cluster.sql("postgres", "ALTER SYSTEM RESET synchronous_standby_names");
                const hang_up = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
                cluster.sql("postgres", hang_up);
                cluster.sql("postgres", "SELECT pg_reload_conf()");
                return placing;
            };
            const wait_for_nobody = async () => {
                cluster.sql("postgres", "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
                cluster.sql("postgres", "SELECT pg_reload_conf()");
                const is_set = "SHOW synchronous_standby_names";
                await until("the setting is read", () => cluster.sql("postgres", is_set) === "nobody");
                await wait(200);
            };
            await wait_for_nobody();
            const known = await cut_off(place("with-key", { "Idempotency-Key": "with-key" }));
            assert.equal(known.status, 201, JSON.stringify(known.body));
            const again = await place("with-key", { "Idempotency-Key": "with-key" });
            assert.equal(again.body.id, known.body.id);

            await wait_for_nobody();
            const unknown = await cut_off(place("without-key"));
            assert.deepEqual([unknown.status, unknown.body.code], [503, "outcome_unknown"]);
            const repeated = await place("without-key");
            assert.equal(repeated.body.code, "duplicate_external_id", "it was done");
            await expect_whole(world);
        } finally {
            await world.end();
        }
    });

    for (let round = 1; round <= Math.min(rounds, 20); ++round)
        test(`round ${round}: and is replaced by its replica: nothing answered is lost`, async () => {
            const primary = cluster ?? (await Cluster.make(["wal_level=replica"]));
            cluster = undefined;
            let replica;
            let world;
            try {
                replica = await primary.add_replica();
                world = await begin(primary, replica);
                world.load.start();
                await world.load.more(20);
                primary.kill();
                await wait(Math.random() * 500);
                replica.promote();
                await world.load.more(30);
                await world.load.stop();
                await expect_whole(world);
            } finally {
                await world?.end();
                replica?.gone();
                primary.gone();
                primary.remove();
            }
        });
});
