// Measures the desk in Debian's Chromium on a shop that lies in DATA: how soon the order list is of use (rows on the
// screen) with the processor slowed down four times and nothing cached, what that takes of the page's main thread, and
// how soon a filter, a page and a search are drawn. The ceilings of the same run are the list's words as plain text and
// the list as one finished page without a script.
//   node bench/desk.mjs DATA SHOP [ROUNDS]

import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const { chromium } = createRequire(`${root}desk/package.json`)("playwright-core");
const [data, shop, rounds = "5"] = process.argv.slice(2);
const binary = process.env.COMMIS_BINARY ?? `${root}build/release/commis`;
const email = "bench@example.org";
const password = "a password of a measurement";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (name, values, unit = "ms") =>
    console.log(
        name.padEnd(46),
        String(Math.round(median(values))).padStart(6),
        `${unit}   (${values.map((each) => Math.round(each)).join(", ")})`,
    );

// An operator of an earlier run is as good.
spawnSync(binary, ["operator", "create", "--data", data, "--email", email, "--name", "Bench", "--admin"], {
    input: `${password}\n`,
});
const started = performance.now();
const server = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "pipe"],
});
const url = await new Promise((found, failed) => {
    let said = "";
    for (const output of [server.stdout, server.stderr])
        output.on("data", (bytes) => {
            said += bytes;
            const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
            if (match) found(match[0]);
        });
    server.on("exit", () => failed(new Error(`the server did not start: ${said}`)));
});
await fetch(`${url}/readyz`);
console.log(`start to first answer ${Math.round(performance.now() - started)} ms`);

// A tab that the test driver does not watch: its watching of requests and scripts costs the page a tenth of its start.
async function bare_tab(control, cookies) {
    const { browserContextId } = await control.send("Target.createBrowserContext");
    await control.send("Storage.setCookies", {
        browserContextId,
        cookies: cookies.map(({ name, value, httpOnly, sameSite }) => ({ name, value, httpOnly, sameSite, url })),
    });
    const { targetId } = await control.send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await control.send("Target.attachToTarget", { targetId, flatten: false });
    const waiting = new Map();
    const hear = (event) => {
        if (event.sessionId !== sessionId) return;
        const { id, result, error } = JSON.parse(event.message);
        if (error) waiting.get(id)?.failed(new Error(error.message));
        else waiting.get(id)?.done(result);
        waiting.delete(id);
    };
    control.on("Target.receivedMessageFromTarget", hear);
    let sent = 0;
    return {
        send(method, params = {}) {
            sent += 1;
            const message = JSON.stringify({ id: sent, method, params });
            const answer = new Promise((done, failed) => waiting.set(sent, { done, failed }));
            return control.send("Target.sendMessageToTarget", { sessionId, message }).then(() => answer);
        },
        async close() {
            control.off("Target.receivedMessageFromTarget", hear);
            await control.send("Target.disposeBrowserContext", { browserContextId });
        },
    };
}

// What is drawn on a page, served by itself: its words, and its elements with their style but no script.
async function keep(page) {
    const drawn = await page.evaluate(() => {
        const text = document.body.innerText;
        const style = document.querySelector("link[rel=stylesheet]").getAttribute("href");
        for (const each of document.querySelectorAll("script, link")) each.remove();
        document.head.insertAdjacentHTML("beforeend", `<link rel="stylesheet" href="${style}">`);
        return { text, style, page: `<!doctype html>${document.documentElement.outerHTML}` };
    });
    const style = await (await fetch(url + drawn.style)).text();
    const texts = createServer((request, answer) => {
        const kinds = { "/text": ["plain", drawn.text], "/page": ["html", drawn.page] };
        const [kind, body] = kinds[request.url] ?? ["css", style];
        answer.writeHead(200, { "Content-Type": `text/${kind}; charset=utf-8` }).end(body);
    });
    await new Promise((listens) => texts.listen(0, "127.0.0.1", listens));
    return { url: `http://127.0.0.1:${texts.address().port}`, close: () => texts.close() };
}

let still;
const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});
try {
    const first = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await first.newPage();
    await page.goto(url);
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill(password);
    await page.locator("button[type=submit]").click();
    await page.locator("a[data-row]").first().waitFor();
    const state = await first.storageState();
    await page.goto(`${url}/shops/${shop}/orders`);
    await page.locator("a[data-row]").nth(40).waitFor();
    still = await keep(page);
    await first.close();

    // When the first row stands in the page, and when the frame that shows it was drawn.
    const watch = () => {
        new MutationObserver((_, self) => {
            if (!document.querySelector("a[data-row]")) return;
            self.disconnect();
            requestAnimationFrame(() => setTimeout(() => (window.rows_at = performance.now())));
        }).observe(document, { childList: true, subtree: true });
    };
    const control = await browser.newBrowserCDPSession();
    // Opens an address in a tab of its own with nothing cached, leaves it alone for a while, and then asks.
    async function opened(address, slow, wait, ask) {
        const tab = await bare_tab(control, state.cookies);
        const screen = { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false };
        await tab.send("Emulation.setDeviceMetricsOverride", screen);
        await tab.send("Emulation.setCPUThrottlingRate", { rate: slow });
        await tab.send("Page.enable");
        await tab.send("Performance.enable", { timeDomain: "threadTicks" });
        await tab.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()` });
        await tab.send("Page.navigate", { url: address });
        let found;
        // Nothing is asked of the page while it starts: a question would be work for it, too, and four times slowed.
        do {
            await pause(wait);
            found = await ask(tab);
        } while (!found);
        await tab.close();
        return found;
    }
    const seen = "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime, window.rows_at]";
    async function paints_of(tab) {
        const { value } = (await tab.send("Runtime.evaluate", { expression: seen, returnByValue: true })).result;
        return value[0] === undefined ? undefined : value;
    }
    // What the page's main thread worked, in its own time: other programs and waiting are not in it.
    async function work_of(tab) {
        const { metrics } = await tab.send("Performance.getMetrics");
        const of = (name) => 1000 * metrics.find((each) => each.name === name).value;
        return [of("TaskDuration"), of("ScriptDuration"), of("RecalcStyleDuration") + of("LayoutDuration")];
    }
    const pages = {
        "plain text": `${still.url}/text`,
        "finished page": `${still.url}/page`,
        "order list": `${url}/shops/${shop}/orders`,
    };
    const painted = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
    const worked = structuredClone(painted);
    for (let round = 0; round < Number(rounds); round += 1)
        for (const [name, address] of Object.entries(pages)) {
            painted[name].push(await opened(address, 4, 4_000, paints_of));
            worked[name].push(await opened(address, 1, 2_500, work_of));
        }
    const column = (values, at) => values.map((each) => each[at]);
    for (const [name, values] of Object.entries(painted)) line(`${name}: first paint, 4× slow`, column(values, 0));
    line("order list: of use, 4× slow", column(painted["order list"], 1));
    for (const [name, values] of Object.entries(worked))
        for (const [at, part] of ["main thread", "of it script", "of it style and layout"].entries())
            line(`${name}: ${part}`, column(values, at));

    for (const slow of [1, 4]) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: state });
        const tab = await context.newPage();
        const cdp = await context.newCDPSession(tab);
        await tab.goto(`${url}/shops/${shop}/orders`);
        await tab.locator("a[data-row]").first().waitFor();
        await cdp.send("Emulation.setCPUThrottlingRate", { rate: slow });
        // From the act in the page to the frame that shows other rows.
        const until_drawn = (act, argument) =>
            tab.evaluate(
                ([act, argument]) =>
                    new Promise((done) => {
                        const rows = () =>
                            [...document.querySelectorAll("a[data-row]")].map((each) => each.textContent).join();
                        const before = rows();
                        const begin = performance.now();
                        const watcher = new MutationObserver(() => {
                            if (rows() === before || rows() === "") return;
                            watcher.disconnect();
                            requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
                        });
                        watcher.observe(document, { childList: true, subtree: true, characterData: true });
                        if (act === "key")
                            document.body.dispatchEvent(new KeyboardEvent("keydown", { key: argument, bubbles: true }));
                        else {
                            history.pushState(null, "", argument);
                            dispatchEvent(new PopStateEvent("popstate"));
                        }
                    }),
                [act, argument],
            );
        const list = `/shops/${shop}/orders`;
        const filters = ["?payment_status=pending", "", "?stage=cancelled", "", "?queue=to_ship", ""];
        const drawn = { filter: [], page: [], search: [] };
        for (const each of filters) drawn.filter.push(await until_drawn("go", list + each));
        for (let turn = 0; turn < Number(rounds); turn += 1) drawn.page.push(await until_drawn("key", "n"));
        for (const text of ["lefe", "yildiz", "kunde77", "mull"])
            drawn.search.push(await until_drawn("go", `${list}?q=${text}`));
        for (const [name, values] of Object.entries(drawn))
            line(`${name} drawn${slow > 1 ? `, ${slow}× slow` : ""}`, values);
        await context.close();
    }
} finally {
    await browser.close();
    still?.close();
    server.removeAllListeners("exit");
    server.kill("SIGTERM");
}
