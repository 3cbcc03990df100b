// Signing in with two factors, through the API and in the browser: the code of a telephone, once each; recovery codes;
// sessions that are listed and ended; guessing that is slowed down without locking anybody out; and the audit trail.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join as join_path } from "node:path";
import { before, describe, test } from "node:test";
import { code_of } from "../support/telephone.mjs";
import { browser, program, signed_in, use_program } from "./desk.mjs";
import { axe_findings, call, has_count, open_page, overflow, run, screenshots, shop_of, skip } from "./support.mjs";

const password = "correct horse battery";
/** A program that signs in by itself: its cookies and its CSRF proof. */
class Client {
    cookies = new Map();
    csrf = "";
    constructor(more = {}) {
        this.more = more;
    }
    async ask(method, path, body) {
        const headers = { "Content-Type": "application/json", "X-Commis-CSRF": this.csrf, ...this.more };
        headers.Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const answer = await fetch(program.url + path, { method, headers, body: body && JSON.stringify(body) });
        for (const cookie of answer.headers.getSetCookie()) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
            this.cookies.set(name, value);
        }
        const text = await answer.text();
        const json = text && /[/+]json(;|$)/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : text;
        if (json?.csrf) this.csrf = json.csrf;
        return { status: answer.status, body: json };
    }
    sign_in(email, word = password) {
        return this.ask("POST", "/api/v1/session", { email, password: word });
    }
}

describe("second factor, sessions and audit trail", { skip }, () => {
    let shop;
    use_program();
    before(async () => {
        const { page, context } = await signed_in();
        shop = await shop_of(page, "web-shop");
        await context.close();
    });
    async function join(email, role = "clerk") {
        const owner = await signed_in();
        const made = await call(owner.page, "POST", `/api/v1/shops/${shop.id}/team`, {
            email,
            name: "",
            role,
            language: "en",
        });
        await owner.context.close();
        const client = new Client();
        const name = email.split("@")[0];
        const joined = await client.ask("POST", `/api/v1/join/${made.invitation.secret}`, { name, password });
        assert.equal(joined.status, 200, JSON.stringify(joined.body));
        return client;
    }
    async function switch_on(client) {
        const made = await client.ask("POST", "/api/v1/session/second-factor", { password });
        assert.equal(made.status, 200);
        const { key, uri, picture } = made.body;
        assert.match(key, /^[A-Z2-7]{32}$/);
        assert.match(uri, new RegExp(`^otpauth://totp/Commis:.*secret=${key}&issuer=Commis`));
        assert.match(picture, /<svg/);
        const code = code_of(key);
        const on = await client.ask("POST", "/api/v1/session/second-factor/confirm", { code });
        assert.equal(on.status, 200, JSON.stringify(on.body));
        assert.equal(on.body.recovery_codes.length, 10);
        return { key, codes: on.body.recovery_codes };
    }
    const audit_of = async (client, query = "") =>
        (await client.ask("GET", `/api/v1/shops/${shop.id}/audit?limit=200${query}`)).body;

    test("the password alone opens nothing but the second step, and a code counts once", async () => {
        const client = await join("twofold@example.org");
        const wrong = await client.ask("POST", "/api/v1/session/second-factor", { password: "not mine at all" });
        assert.equal(wrong.body.errors[0].code, "wrong_password");
        const made = await client.ask("POST", "/api/v1/session/second-factor", { password });
        // Not confirmed: nobody is asked for it.
        assert.equal((await new Client().sign_in("twofold@example.org")).status, 200);
        const off = await client.ask("POST", "/api/v1/session/second-factor/confirm", { code: "000000" });
        assert.equal(off.body.errors[0].code, "wrong_code");
        const { key } = await switch_on(client);
        assert.notEqual(key, made.body.key);
        const again = await client.ask("POST", "/api/v1/session/second-factor", { password });
        assert.equal(again.body.errors[0].code, "second_factor_on");

        const guest = new Client();
        const step = await guest.sign_in("twofold@example.org");
        assert.equal(step.status, 202);
        assert.ok(!guest.cookies.has("commis"));
        assert.equal((await guest.ask("GET", "/api/v1/session")).status, 401);
        // The step is no token of any kind.
        for (const more of [{ Authorization: `Bearer ${step.body.step}` }, { Cookie: `commis=${step.body.step}` }]) {
            const answer = await fetch(`${program.url}/api/v1/session`, { headers: more });
            assert.equal(answer.status, 401);
        }
        // That of now was used to switch on; the next one is taken already.
        const code = code_of(key, Date.now() + 30_000);
        const finish = (given, who = guest, at = step) =>
            who.ask("POST", "/api/v1/session/second-step", { step: at.body.step, code: given });
        const missed = await finish("123");
        assert.deepEqual([missed.status, missed.body.code], [401, "wrong_code"]);
        const done = await finish(`${code.slice(0, 3)} ${code.slice(3)}`);
        assert.equal(done.status, 200, JSON.stringify(done.body));
        assert.equal(done.body.operator.second_factor.recovery_codes_left, 10);
        // Used up: the step, and the code for whoever saw it.
        assert.equal((await finish(code)).body.code, "sign_in_again");
        const other = new Client();
        const second = await other.sign_in("twofold@example.org");
        assert.equal((await finish(code, other, second)).body.code, "wrong_code");
    });

    test("a recovery code opens once, five wrong codes end the step, and waiting grows", async () => {
        const client = await join("lost@example.org");
        const { codes } = await switch_on(client);
        const sign_in = async (code, guest = new Client()) => {
            const step = await guest.sign_in("lost@example.org");
            return guest.ask("POST", "/api/v1/session/second-step", { step: step.body.step, code });
        };
        const opened = await sign_in(codes[3].toUpperCase());
        assert.equal(opened.status, 200);
        assert.equal(opened.body.operator.second_factor.recovery_codes_left, 9);
        assert.equal((await sign_in(codes[3])).body.code, "wrong_code");
        const guest = new Client();
        const step = await guest.sign_in("lost@example.org");
        const answers = [];
        for (let turn = 0; turn < 6; turn += 1) {
            const body = { step: step.body.step, code: "000000" };
            answers.push((await guest.ask("POST", "/api/v1/session/second-step", body)).body.code);
        }
        assert.deepEqual(answers, [...Array(4).fill("wrong_code"), "sign_in_again", "sign_in_again"]);
        // Now codes wait, but a recovery code opens still.
        const slow = await sign_in("000000");
        assert.deepEqual([slow.status, slow.body.code], [429, "too_many_requests"]);
        assert.equal((await sign_in(codes[4])).status, 200);
    });

    test("switching off asks for password and code; a colleague with enough rights may reset", async () => {
        const client = await join("off@example.org");
        const { codes } = await switch_on(client);
        const end = (body) => client.ask("POST", "/api/v1/session/second-factor/end", body);
        assert.equal((await end({ password, code: "000000" })).body.errors[0].code, "wrong_code");
        assert.equal(
            (await end({ password: "not mine at all", code: codes[0] })).body.errors[0].code,
            "wrong_password",
        );
        assert.equal((await end({ password, code: codes[0] })).body.operator.second_factor, null);
        assert.equal((await new Client().sign_in("off@example.org")).status, 200);

        await switch_on(client);
        const { operator } = (await client.ask("GET", "/api/v1/session")).body;
        const clerk = await join("curious@example.org");
        const path = `/api/v1/shops/${shop.id}/team/${operator.id}/second-factor`;
        assert.equal((await clerk.ask("DELETE", path)).status, 403);
        const owner = await join("boss@example.org", "owner");
        assert.equal((await owner.ask("DELETE", path)).status, 204);
        assert.equal((await client.ask("GET", "/api/v1/session")).status, 401);
        assert.equal((await new Client().sign_in("off@example.org")).status, 200);
        assert.equal((await owner.ask("DELETE", path)).status, 404);
        const kinds = (await audit_of(owner)).items.map((entry) => entry.kind);
        for (const kind of ["second_factor_on", "second_factor_off", "second_factor_reset", "joined", "team"]) {
            assert.ok(kinds.includes(kind), kind);
        }
    });

    test("sessions are listed in words and ended one by one; a new sign-in is a new token", async () => {
        const client = await join("many@example.org");
        const first = client.cookies.get("commis");
        const phone = new Client({
            "User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1",
        });
        // Whoever plants a token gains nothing: another one is made.
        phone.cookies.set("commis", first);
        await phone.sign_in("many@example.org");
        assert.notEqual(phone.cookies.get("commis"), first);
        const { items } = (await client.ask("GET", "/api/v1/session/list")).body;
        assert.equal(items.length, 2);
        const there = items.find((each) => !each.is_this);
        assert.deepEqual([there.browser, there.system, there.address], ["Safari", "iPhone", "127.0.0.1"]);
        assert.equal((await phone.ask("DELETE", `/api/v1/session/list/${there.id}x`)).status, 404);
        const stranger = await join("stranger@example.org");
        assert.equal((await stranger.ask("DELETE", `/api/v1/session/list/${there.id}`)).status, 404);
        assert.equal((await client.ask("DELETE", `/api/v1/session/list/${there.id}`)).status, 204);
        assert.equal((await phone.ask("GET", "/api/v1/session")).status, 401);
        assert.equal((await client.ask("GET", "/api/v1/session")).status, 200);
    });

    test("well-known passwords are refused with a word of their own", async () => {
        const owner = await signed_in();
        const email = "naive@example.org";
        const made = await call(owner.page, "POST", `/api/v1/shops/${shop.id}/team`, {
            email,
            name: "",
            role: "clerk",
        });
        await owner.context.close();
        for (const known of ["password2024", "qwertyuiop", "naivenaive1", `${shop.name}2024`]) {
            const path = `/api/v1/join/${made.invitation.secret}`;
            const answer = await new Client().ask("POST", path, { name: "Naive", password: known });
            assert.deepEqual(
                answer.body.errors?.map((error) => [error.field, error.code]),
                [["/password", "password_known"]],
            );
        }
    });

    test("the trail holds what changed without secrets, and its digests can be computed by anybody", async () => {
        const owner = await join("auditor@example.org", "owner");
        const base = `/api/v1/shops/${shop.id}`;
        await owner.ask("PATCH", base, { legal: { registration: "HRB 4711" } });
        await owner.ask("POST", `${base}/tokens`, { name: "Web shop", role: "storefront" });
        const hook = { url: "https://example.org/hook", events: ["order.placed"] };
        await owner.ask("POST", `${base}/webhooks`, hook);
        await owner.ask("GET", `${base}/exports/orders.csv?q=zoe`);
        const { items, kinds } = await audit_of(owner);
        const of = (kind) => items.find((entry) => entry.kind === kind);
        const change = of("shop").detail.changes.find((each) => each.at === "/legal/registration");
        assert.equal(change.after, "HRB 4711");
        assert.equal(of("shop").actor.name, "auditor");
        assert.equal(of("tokens").detail.changes[0].after.name, "Web shop");
        assert.deepEqual(of("export").detail.query, { q: "zoe" });
        assert.ok(kinds.some((kind) => kind.id === "export" && kind.label.length > 0));
        assert.ok((await audit_of(owner, "&kind=export")).items.every((entry) => entry.kind === "export"));
        assert.equal((await audit_of(owner, "&from=2099-01-01T00:00:00Z")).items.length, 0);
        assert.equal((await owner.ask("GET", `${base}/audit?kind=nothing`)).status, 422);
        const page = (await owner.ask("GET", `${base}/audit?limit=1`)).body;
        const after = (await owner.ask("GET", `${base}/audit?limit=1&cursor=${page.next_cursor}`)).body;
        assert.equal(after.items[0].position, page.items[0].position - 1);

        const lines = (await owner.ask("GET", `${base}/audit/entries.jsonl`)).body.trim().split("\n");
        let last = "";
        for (const line of lines) {
            const [, entry, digest] = /^\{"entry":(.*),"digest":"([0-9a-f]{64})"\}$/.exec(line);
            assert.equal(createHash("sha256").update(entry).digest("hex"), digest);
            assert.equal(JSON.parse(entry).previous, last);
            last = digest;
        }
        const whole = lines.join("\n");
        for (const secret of [password, "commis_"]) assert.ok(!whole.includes(secret), secret);
        const proof = (await owner.ask("GET", `${base}/audit/proof`)).body;
        assert.deepEqual(proof.faults, []);
        assert.ok(proof.entries >= lines.length);
        const clerk = await join("nosy@example.org");
        assert.equal((await clerk.ask("GET", `${base}/audit`)).status, 403);
        assert.equal((await owner.ask("GET", "/api/v1/audit")).status, 403);
    });

    test("a token that ran out opens nothing, and its last use is shown", async () => {
        const owner = await join("keys@example.org", "owner");
        const base = `/api/v1/shops/${shop.id}`;
        const soon = new Date(Date.now() + 1500).toISOString();
        const made = await owner.ask("POST", `${base}/tokens`, { name: "Short", role: "viewer", expires_at: soon });
        const past = new Date(Date.now() - 1000).toISOString();
        const late = await owner.ask("POST", `${base}/tokens`, { name: "Past", role: "viewer", expires_at: past });
        assert.equal(late.body.errors[0].code, "in_past");
        const use = () => fetch(program.url + base, { headers: { Authorization: `Bearer ${made.body.token}` } });
        assert.equal((await use()).status, 200);
        const listed = async () =>
            (await owner.ask("GET", `${base}/tokens`)).body.items.find((token) => token.id === made.body.id);
        assert.ok((await listed()).last_used_at);
        while (Date.parse((await listed()).expires_at) > Date.now()) await new Promise((done) => setTimeout(done, 100));
        assert.equal((await use()).status, 401);
    });

    test("in the browser: switched on, signed out, in again by code, and the trail shows it", async () => {
        await join("screen@example.org", "owner");
        const { page, context, faults } = await open_page(browser);
        await page.goto(program.url);
        const give = async (email) => {
            await page.getByLabel("E-mail").fill(email);
            await page.getByLabel("Password", { exact: true }).fill(password);
            await page.getByRole("button", { name: "Sign in" }).click();
        };
        await give("screen@example.org");
        await page.locator("a[data-row]").first().waitFor();
        await page.goto(`${program.url}/shops/${shop.id}/settings/account`);
        await page.getByRole("button", { name: "Switch it on" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Password of now").fill(password);
        await dialog.getByRole("button", { name: "Go on" }).click();
        await dialog.getByRole("img", { name: "The key as a QR code" }).waitFor();
        const key = await dialog.getByLabel("Key to type").inputValue();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/second-factor-1440.png` });
        await dialog.getByLabel("The code it shows now").fill(code_of(key));
        await dialog.getByRole("button", { name: "Confirm" }).click();
        const codes = dialog.locator("ol code");
        await codes.first().waitFor();
        await has_count(codes, 10);
        assert.match(await codes.first().textContent(), /^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
        await dialog.getByRole("button", { name: "I have kept them" }).click();
        await page.getByText("10 recovery codes left").waitFor();
        await page.getByText("this browser", { exact: true }).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await context.clearCookies();
        await page.goto(program.url);
        await give("screen@example.org");
        await page.getByLabel("Code", { exact: true }).fill("000000");
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByText("This code is wrong, too old, or was used already.").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.getByLabel("Code", { exact: true }).fill(code_of(key, Date.now() + 30_000));
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.locator("a[data-row]").first().waitFor();
        await page.goto(`${program.url}/shops/${shop.id}/settings/audit`);
        await page.getByLabel("What").selectOption({ label: "Second factor switched on" });
        await page.getByRole("cell", { name: "screen", exact: true }).first().waitFor();
        await page.getByRole("button", { name: "Prove it" }).click();
        await page.getByText(/entries, unbroken\./).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/audit-1440.png` });
        const asked = page.waitForRequest((each) => new URL(each.url()).searchParams.has("to"));
        await page.getByLabel("To", { exact: true }).fill("2020-01-14");
        const { searchParams } = new URL((await asked).url());
        assert.equal(searchParams.get("to"), "2020-01-14T23:00:00.000Z", "the end of that day in Paris");
        await page.getByText("Nothing of that kind has happened.").waitFor();
        await page.getByLabel("To", { exact: true }).fill("");
        await page.getByLabel("What").selectOption({ label: "everything" });
        await page.getByRole("cell", { name: "Signed in" }).first().waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        assert.ok((await overflow(page)) <= 0);
        await page.screenshot({ path: `${screenshots}/audit-390.png`, fullPage: true });
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("whoever changes the trail by hand is found out by the check, the desk and the API", async () => {
        const owner = await join("keeper@example.org", "owner");
        const base = `/api/v1/shops/${shop.id}`;
        assert.match(await run("check", "--data", program.data), /audit trail: \d+ entries, digest [0-9a-f]{64}\n/);
        const { items } = await audit_of(owner);
        const victim = items.at(-2).position;
        const change = (statement) => {
            const text =
                "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); " +
                "c.execute(sys.argv[2], sys.argv[3:]); c.commit()";
            execFileSync("python3", ["-c", text, join_path(program.data, "commis.db"), ...statement]);
        };
        const proof = async () => (await owner.ask("GET", `${base}/audit/proof`)).body.faults;
        const where = "WHERE position = ? AND shop_id = (SELECT shop_id FROM shops WHERE handle = ?)";
        const at = [String(victim), shop.id];
        const old = items.at(-2).actor.name;
        change([`UPDATE audit_entries SET actor_name = 'Somebody else' ${where}`, ...at]);
        assert.deepEqual(await proof(), [{ position: victim, code: "entry_changed" }]);
        await assert.rejects(run("check", "--data", program.data), /: 1 /);
        change([`UPDATE audit_entries SET actor_name = ? ${where}`, old, ...at]);
        assert.deepEqual(await proof(), []);
        change([`DELETE FROM audit_entries ${where}`, ...at]);
        const codes = (await proof()).map((fault) => `${fault.position} ${fault.code}`);
        assert.deepEqual(codes, [`${victim + 1} gap`, `${victim + 1} chain_broken`]);
    });

    // Last: afterwards this address of the net waits.
    test("guessing waits, a browser that was in before does not", async () => {
        await join("wanted@example.org");
        const own = new Client();
        assert.equal((await own.sign_in("wanted@example.org")).status, 200);
        assert.ok(own.cookies.get("commis_devices"));
        const thief = new Client();
        const answers = [];
        for (let turn = 0; turn < 11; turn += 1) {
            answers.push((await thief.sign_in("wanted@example.org", `wrong number ${turn}`)).status);
        }
        assert.deepEqual(answers, [...Array(10).fill(401), 429]);
        assert.equal((await new Client().sign_in("wanted@example.org")).status, 429);
        assert.equal((await own.sign_in("wanted@example.org")).status, 200);
        // A mark of another account, or one that somebody wrote, is none.
        const forged = new Client();
        forged.cookies.set("commis_devices", own.cookies.get("commis_devices").replace(/.$/, "x").replace(/^./, "9"));
        assert.equal((await forged.sign_in("wanted@example.org")).status, 429);
    });
});
