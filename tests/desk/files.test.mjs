// Files of articles on the real server: large ones in flat memory, parts of them, uploads that break off or are too
// large, and what backup and check say of them. Tracking numbers from the command line.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { binary, call, make_shop, serve, skip } from "../support/program.mjs";

const large_bytes = 300 * 1024 * 1024;
const limit_bytes = 400 * 1024 * 1024;

/** The memory that a process holds, in MB. */
const memory_of = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

async function until(is_so, what) {
    for (let tries = 0; tries < 200; ++tries) {
        if (await is_so()) return;
        await new Promise((done) => setTimeout(done, 50));
    }
    assert.fail(what);
}

describe("files of articles", { skip }, () => {
    let data;
    let server;
    let token;
    let article;
    let sparse;
    let link;
    const spool = () => readdir(join(data, "spool"));
    const api = (...rest) => call(server.url, "maison", token, ...rest);

    /** The address that the mail would have. */
    async function link_of(order) {
        const words = { subject: "x", body: "{{#downloads}}[{{name}}]({{download_url}}){{/downloads}}" };
        const asked = { event: "downloads", language: "en", order, ...words };
        const { text } = await api("POST", "/templates/preview", asked);
        return /\/d\/[A-Za-z0-9._-]+/.exec(text)[0];
    }

    const head_of = (name) =>
        `POST /api/v1/shops/maison/articles/${article}/files?name=${name} HTTP/1.1\r\n` +
        `Host: x\r\nAuthorization: Bearer ${token}\r\n`;

    /** Sends a file from the disk; answers the status and the body. */
    const upload = (name, path, size) =>
        new Promise((done, failed) => {
            const sent = request(
                `${server.url}/api/v1/shops/maison/articles/${article}/files?name=${name}`,
                { method: "POST", headers: { Authorization: `Bearer ${token}`, "Content-Length": size } },
                (answer) => {
                    let text = "";
                    answer.on("data", (bytes) => (text += bytes));
                    answer.on("end", () => done({ status: answer.statusCode, body: JSON.parse(text) }));
                },
            );
            sent.on("error", failed);
            createReadStream(path).pipe(sent);
        });

    before(async () => {
        data = await mkdtemp(join(tmpdir(), "commis-files-"));
        token = make_shop(data, "maison", "web-shop");
        server = await serve(data, { env: { COMMIS_FILE_BYTES_MAX: String(limit_bytes) } });
        const ebook = { sku: "EB-1", name: "Film", kind: "digital", price: 900 };
        article = (await api("POST", "/articles", ebook)).id;
        sparse = join(data, "..", `sparse-${process.pid}.bin`);
        const file = await open(sparse, "w");
        await file.truncate(large_bytes);
        await file.write(Buffer.from("the end"), 0, 7, large_bytes - 7);
        await file.close();
    });
    after(async () => {
        await server?.end();
        await rm(data, { recursive: true, force: true });
        await rm(sparse, { force: true });
    });

    test("one of 300 MB comes in, goes out whole and in parts, and the server stays small", async () => {
        const before_mb = memory_of(server.pid);
        const sent = await upload("film.mp4", sparse, large_bytes);
        assert.equal(sent.status, 201, JSON.stringify(sent.body));
        assert.equal(sent.body.size, large_bytes);
        assert.equal(sent.body.media_type, "video/mp4");
        assert.deepEqual(await spool(), []);
        const order = await api("POST", "/orders", {
            currency: "EUR",
            buyer: { email: "ann@example.org" },
            lines: [{ sku: "EB-1", name: "Film", kind: "digital", quantity: 1, unit_price: 900 }],
            payment: { method: "bank-transfer" },
        });
        await api("POST", `/orders/${order.id}/actions/mark-paid`, {});
        const { items } = await api("GET", `/mails?order=${order.id}`);
        assert.ok(
            items.some(({ event }) => event === "downloads"),
            "no mail with the downloads",
        );
        link = await link_of(order.id);
        const url = server.url + link;
        let most_mb = 0;
        const got = await fetch(url);
        assert.equal(got.status, 200);
        assert.equal(got.headers.get("content-length"), String(large_bytes));
        const digest = createHash("sha256");
        for await (const bytes of got.body) {
            digest.update(bytes);
            most_mb = Math.max(most_mb, memory_of(server.pid));
        }
        assert.equal(digest.digest("hex"), sent.body.digest);
        assert.ok(most_mb < before_mb + 64, `${before_mb} MB before, ${most_mb} MB at most`);
        const end = await fetch(url, { headers: { Range: "bytes=-7" } });
        assert.equal(end.status, 206);
        assert.equal(await end.text(), "the end");
        assert.equal(end.headers.get("content-length"), "7");
        const head = await fetch(url, { method: "HEAD" });
        assert.equal(head.headers.get("content-length"), String(large_bytes));
        const { downloads } = await api("GET", `/orders/${order.id}/downloads`);
        assert.equal(downloads.length, 1);
    });

    test("who reads slowly is waited for", async () => {
        // No more than the beginning of 300 MB is read: what is on its way stays in the sockets.
        const before_mb = memory_of(server.pid);
        const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
        socket.write(`GET ${link} HTTP/1.1\r\nHost: x\r\n\r\n`);
        await new Promise((done) => socket.once("readable", done));
        await new Promise((done) => setTimeout(done, 1_500));
        assert.ok(memory_of(server.pid) < before_mb + 32);
        socket.destroy();
    });

    test("an upload that breaks off leaves nothing", async () => {
        const before_files = execFileSync("find", [join(data, "files"), "-type", "f"], { encoding: "utf8" });
        const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
        socket.on("error", () => {});
        socket.write(`${head_of("half.bin")}Content-Length: 50000000\r\n\r\n`);
        socket.write(Buffer.alloc(2_000_000, "x"));
        await until(async () => (await spool()).length === 1, "it never came");
        socket.destroy();
        await until(async () => (await spool()).length === 0, "its beginning stayed");
        assert.equal(execFileSync("find", [join(data, "files"), "-type", "f"], { encoding: "utf8" }), before_files);
        const { items } = await api("GET", `/articles/${article}/files`);
        assert.deepEqual(
            items.map((file) => file.name),
            ["film.mp4"],
        );
    });

    test("one that is too large is refused by its length, and by its bytes", async () => {
        const answer = await new Promise((done) => {
            const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
            let said = "";
            socket.on("data", (bytes) => (said += bytes));
            socket.on("close", () => done(said));
            socket.write(`${head_of("huge.bin")}Content-Length: ${limit_bytes + 1}\r\n\r\n`);
        });
        assert.match(answer, /^HTTP\/1\.1 413 /);
        assert.match(answer, /"code":"file_too_large"/);
        const chunked = await new Promise((done) => {
            const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
            let said = "";
            socket.on("data", (bytes) => (said += bytes));
            socket.on("close", () => done(said));
            socket.on("error", () => {});
            socket.write(
                `${head_of("huge.bin")}Transfer-Encoding: chunked\r\n\r\n${(limit_bytes + 1).toString(16)}\r\n`,
            );
        });
        assert.match(chunked, /^HTTP\/1\.1 413 /);
        assert.match(chunked, /"code":"file_too_large"/);
        assert.deepEqual(await spool(), []);
    });

    test("backups have them, and the check tells what is missing", async () => {
        await server.end();
        server = undefined;
        const kept = `${data}-backup`;
        const restored = `${data}-restored`;
        try {
            execFileSync(binary, ["backup", kept, "--data", data]);
            const said = execFileSync(binary, ["restore", kept, "--data", restored], { encoding: "utf8" });
            assert.match(said, /files: 1, unused 0/);
            assert.match(said, /clean/);
            const [folder] = await readdir(join(restored, "files"));
            const [name] = await readdir(join(restored, "files", folder));
            await writeFile(join(restored, "files", folder, name), "something else");
            const differs = spawnSync(binary, ["check", "--data", restored], { encoding: "utf8" });
            assert.equal(differs.status, 1);
            assert.match(differs.stdout, /article EB-1 file film\.mp4: file_differs/);
            await rm(join(restored, "files", folder, name));
            const missing = spawnSync(binary, ["check", "--data", restored], { encoding: "utf8" });
            assert.match(missing.stdout, /article EB-1 file film\.mp4: file_missing/);
        } finally {
            await rm(kept, { recursive: true, force: true });
            await rm(restored, { recursive: true, force: true });
            server = await serve(data);
        }
    });

    test("D-12: tracking numbers are taken in from the command line", async () => {
        const order = await api("POST", "/orders", {
            currency: "EUR",
            buyer: { email: "bob@example.org" },
            lines: [{ name: "Mug", quantity: 1, unit_price: 1999 }],
            payment: { method: "bank-transfer" },
        });
        await api("POST", `/orders/${order.id}/actions/mark-paid`, {});
        await server.end();
        server = undefined;
        const file = join(data, "codes.csv");
        await writeFile(file, `Commande;Transporteur;Suivi\n${order.number};Chronopost;XY 12\n4711;GLS;1\n`);
        const take = (...more) =>
            spawnSync(binary, ["import", "tracking", file, "--shop", "maison", "--data", data, ...more], {
                encoding: "utf8",
            });
        assert.match(take("--dry-run").stdout, /shipped 1\n/);
        const taken = take();
        assert.match(taken.stdout, /row 3 order 4711: not_found\nshipped 1\ncorrected 0\nknown 0\nrefused 1\n/);
        assert.equal(taken.status, 1);
        server = await serve(data);
        const { shipments } = await api("GET", `/orders/${order.id}`);
        assert.equal(
            shipments[0].tracking.url,
            "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=XY12",
        );
    });
});
