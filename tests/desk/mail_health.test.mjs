// The settings say whether the sender's domain is believed: asked of a real name server with zones made for the test.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { axe_findings, binary, call, overflow, run, screenshots, skip } from "./support.mjs";

const dnsmasq = "/usr/sbin/dnsmasq";
const zones = `no-resolv
no-hosts
local=/test/
host-record=desk.provider.test,192.0.2.25
mx-host=half.test,desk.provider.test,10
txt-record=half.test,"v=spf1 ip4:198.51.100.7 -all"
txt-record=_dmarc.half.test,"v=DMARC1; p=none"
`;
let server;

// Free for datagrams and for streams: a name server binds both, and ends where one is taken.
async function free_port() {
    for (;;) {
        const stream = createServer();
        await new Promise((bound) => stream.listen(0, "127.0.0.1", bound));
        const { port } = stream.address();
        const socket = createSocket("udp4");
        const is_free = await new Promise((told) => {
            socket.once("error", () => told(false));
            socket.bind(port, "127.0.0.1", () => told(true));
        });
        if (is_free) socket.close();
        await new Promise((closed) => stream.close(closed));
        if (is_free) return port;
    }
}
async function set_sender(address) {
    await call(page, "PATCH", `/api/v1/shops/${shop.id}`, { mail: { sender_address: address } });
}

describe("mail health", { skip: skip || (existsSync(dnsmasq) ? false : `${dnsmasq} is not there`) }, () => {
    before(async () => {
        const port = await free_port();
        const file = join(tmpdir(), `commis-zones-${process.pid}`);
        await writeFile(file, zones);
        server = spawn(
            dnsmasq,
            [
                "--keep-in-foreground",
                `--conf-file=${file}`,
                `--port=${port}`,
                "--listen-address=127.0.0.1",
                "--bind-interfaces",
                "--pid-file",
                "--user=",
            ],
            { stdio: "ignore" },
        );
        process.env.COMMIS_DNS_SERVERS = `127.0.0.1:${port}`;
        process.env.COMMIS_PUBLIC_URL = "https://desk.provider.test";
    });
    use_desk();
    after(() => {
        server?.kill();
        delete process.env.COMMIS_DNS_SERVERS;
        delete process.env.COMMIS_PUBLIC_URL;
    });

    test("D-25: what the sender's domain lacks is said in words, with the record to publish", async () => {
        await set_sender("orders@half.test");
        await page.goto(`${program.url}/shops/${shop.id}/settings/mail-health`);
        await page.getByText("The SPF record of half.test does not allow our server (desk.provider.test).").waitFor();
        const values = await page.getByLabel("Value").evaluateAll((fields) => fields.map((field) => field.value));
        assert.ok(values.includes("v=spf1 ip4:198.51.100.7 a:desk.provider.test -all"), values.join("\n"));
        await page.getByText("half.test takes mail, so answers and returned mail arrive.").waitFor();
        await page.getByText("only watches (p=none)").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/mail-health.png` });
        await page.setViewportSize({ width: 390, height: 844 });
        assert.equal(await overflow(page), 0);
        await page.screenshot({ path: `${screenshots}/mail-health-390.png` });
        await page.setViewportSize({ width: 1440, height: 900 });
    });

    test("D-25: in four languages, light and dark, nothing overflows and axe finds nothing", async () => {
        for (const language of ["fr", "da", "de", "en"]) {
            await call(page, "PATCH", "/api/v1/session", { language });
            for (const colorScheme of ["dark", "light"])
                for (const width of [390, 1440]) {
                    await page.emulateMedia({ colorScheme });
                    await page.setViewportSize({ width, height: 900 });
                    await page.goto(`${program.url}/shops/${shop.id}/settings/mail-health`);
                    await page.locator(".room li h2").first().waitFor();
                    assert.ok((await overflow(page)) <= 0, `${language} ${width}`);
                    assert.deepEqual(await axe_findings(page), [], `${language} ${colorScheme} ${width}`);
                    await page.screenshot({
                        path: `${screenshots}/mail-health-${language}-${colorScheme}-${width}.png`,
                    });
                }
        }
    });

    test("D-25: a key is made on request, its record is named, and the domain is asked for it", async () => {
        const said = await run("mail", "dkim-key", "--domain", "half.test", "--selector", "s1", "--data", program.data);
        const record = /^s1\._domainkey\.half\.test\. TXT "(v=DKIM1; k=rsa; p=[A-Za-z0-9+/=]+)"$/m.exec(said)[1];
        await assert.rejects(
            run("mail", "dkim-key", "--domain", "half.test", "--selector", "s1", "--data", program.data),
            /exists/,
        );
        await page.getByRole("button", { name: "Ask again" }).click();
        await page.getByText("the key at s1._domainkey.half.test is not published").waitFor();
        const values = await page.getByLabel("Value").evaluateAll((fields) => fields.map((field) => field.value));
        assert.ok(values.includes(record));
    });

    test("D-25: the command line says the same, in the language asked for", async () => {
        const health = spawn(binary, ["mail", "health", "--shop", shop.id, "--language", "da", "--data", program.data]);
        let out = "";
        health.stdout.on("data", (bytes) => (out += bytes));
        const code = await new Promise((done) => health.on("exit", done));
        assert.equal(code, 1, "something is to be mended");
        assert.match(out, /^half\.test bad$/m);
        assert.match(out, /SPF-posten for half\.test tillader ikke vores server/);
        assert.match(out, /publish: half\.test\. TXT "v=spf1 ip4:198\.51\.100\.7 a:desk\.provider\.test -all"/);
    });
});
