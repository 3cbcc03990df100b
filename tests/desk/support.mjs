// What the browser tests share: starting the program with its sample shops, a browser, and the API as the signed-in
// operator.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(join(root, "desk/package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const binary = process.env.COMMIS_BINARY ?? join(root, "build/release/commis");
/** Without the program or the browser the suite is skipped, saying so. */
export const missing = [binary, "/usr/bin/chromium"].filter((file) => !existsSync(file)).join(" and ");
export const skip = missing ? `${missing} is not there` : false;
export const screenshots = join(root, "build/screenshots");
export const project = root;

/** Starts the program and waits for a line that says where it listens. */
export async function start(...words) {
    const data = await mkdtemp(join(tmpdir(), "commis-desk-"));
    const child = spawn(binary, [...words, "--listen", "127.0.0.1:0", "--data", data], {
        // No name server of the world is asked by a test: nobody answers at this port.
        env: { COMMIS_DNS_SERVERS: "127.0.0.1:9", ...process.env },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const url = await new Promise((found, failed) => {
        const hear = (bytes) => {
            said += bytes;
            const match = /https?:\/\/127\.0\.0\.1:\d+/.exec(said);
            if (match && (words[0] !== "demo" || /password\W+\S+\s/i.test(said))) found(match[0]);
        };
        child.stdout.on("data", hear);
        child.stderr.on("data", hear);
        child.on("exit", (code) => failed(new Error(`${binary} ended with ${code}: ${said}`)));
        setTimeout(() => failed(new Error(`${binary} did not listen within 60 s: ${said}`)), 60_000).unref();
    });
    const stop = async () => {
        child.removeAllListeners("exit");
        const ended = new Promise((done) => child.once("exit", done));
        child.kill("SIGTERM");
        await ended;
        await rm(data, { recursive: true, force: true });
    };
    const email = /\S+@\S+\w/.exec(said)?.[0];
    const password = /password\W+(\S+)/i.exec(said)?.[1];
    return { url, email, password, data, stop, log: () => said };
}

export function run(...words) {
    return new Promise((done, failed) => {
        const child = spawn(binary, words, { stdio: ["ignore", "pipe", "pipe"] });
        let out = "";
        let complaint = "";
        child.stdout.on("data", (bytes) => (out += bytes));
        child.stderr.on("data", (bytes) => (complaint += bytes));
        child.on("exit", (code) =>
            code === 0 ? done(out) : failed(new Error(`${words.join(" ")}: ${code} ${complaint}`)),
        );
    });
}

export async function open_browser() {
    await mkdir(screenshots, { recursive: true });
    return chromium.launch({
        executablePath: "/usr/bin/chromium",
        args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    });
}

/** A fresh profile with its own cookies. Faults of the page are collected in `faults`. */
export async function open_page(browser, options = {}) {
    const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: "en-GB",
        timezoneId: "Europe/Copenhagen",
        ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
        // A refused answer (401 before signing in, 409, 412) is part of the work; the browser logs each.
        if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
    });
    return { page, context, faults };
}

export async function sign_in(page, program) {
    await page.goto(program.url);
    await page.locator("input[name=email]").fill(program.email);
    await page.locator("input[name=password]").fill(program.password);
    await page.locator("button[type=submit]").click();
    await page.locator("table tbody a[data-row]").first().waitFor();
}

/** A call of the API with the operator's own session. */
export function call(page, method, path, body) {
    return page.evaluate(
        async ([method, path, body]) => {
            const { csrf } = await (await fetch("/api/v1/session")).json();
            const headers = { "X-Commis-CSRF": csrf, "Content-Type": "application/json" };
            const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
            const text = await answer.text();
            if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
            return text ? JSON.parse(text) : undefined;
        },
        [method, path, body],
    );
}

export async function shop_of(page, profile) {
    const { items } = await call(page, "GET", "/api/v1/shops?limit=200");
    return items.find((shop) => shop.profile === profile);
}

let placed = 0;
export function place_order(page, shop, more = {}) {
    placed += 1;
    const method = shop.payment_methods.find(
        (each) => each.on && each.kind === "offline" && !/cash|free|invoice/.test(each.id),
    );
    return call(page, "POST", `/api/v1/shops/${shop.id}/orders`, {
        external_id: `desk-${process.pid}-${placed}`,
        currency: shop.currency,
        language: shop.language,
        buyer: { name: "Zoé Prøvekøber", email: `zoe${placed}@example.org`, phone: "+33 1 23 45 67 89" },
        billing_address: { line1: "1 rue des Lilas", postal_code: "75011", city: "Paris", country: "FR" },
        lines: [
            { sku: "MUG-1", name: "Stoneware mug", kind: "goods", quantity: 3, unit_price: 1999, tax_rate: "20" },
            { sku: "LAMP", name: "Desk lamp, oak", kind: "goods", quantity: 1, unit_price: 12900, tax_rate: "20" },
        ],
        shipping: { method: "parcel", name: "Parcel", amount: 690, tax_rate: "20" },
        payment: { method: method?.id ?? "bank-transfer" },
        note: "Please leave it at the door.",
        ...more,
    });
}

/** How many there are in the end: a list is asked for again after what changed it was announced. */
export async function has_count(locator, expected, why) {
    const deadline = Date.now() + 5_000;
    while ((await locator.count()) !== expected && Date.now() < deadline) await wait(50);
    assert.equal(await locator.count(), expected, why);
}

/** The words at the edge that say it was kept. To the letter: "Not saved yet" holds the word, too. */
export const saved = (page) => page.getByText("Saved", { exact: true }).first().waitFor();

export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const axe_tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, as short lines; an empty list is what a test wants. Frames are left out: in the preview of a mail no
    script may run, and a script sent there would never answer. */
export async function axe_findings(page) {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
    const violations = await page.evaluate(async (values) => {
        // The same rules at the same elements; what passes is not described, which takes a quarter of the time.
        const resultTypes = ["violations"];
        const found = await window.axe.run({ runOnly: { type: "tag", values }, iframes: false, resultTypes });
        return found.violations;
    }, axe_tags);
    return violations.map(
        ({ id, impact, nodes }) =>
            `${id} (${impact}): ${nodes
                .map((node) => node.html.slice(0, 120))
                .slice(0, 3)
                .join(" | ")}`,
    );
}
