// The daily jobs of a clerk, each from the order list to its end, in English and Danish. Every key and every click that
// is not content counts; a job prints its count and fails above its goal. Jobs 1 to 5 are done without a mouse.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { list, rows } from "./list_page.mjs";
import { act, api, closed, counter, dialog, now } from "./order_page.mjs";
import { call, place_order, project, shop_of, skip } from "./support.mjs";

const goal_of_many = 8;
const people = ["Ada", "Ben", "Cleo"].map((name) => ({ name, email: `${name.toLowerCase()}@example.org` }));
const passes = {
    lines: [{ name: "Day pass", kind: "ticket", quantity: 3, unit_price: 5000, tax_rate: "5.5", attendees: people }],
    shipping: undefined,
};
let made = 0;
const spellings = ["Ingrid Sørvåg", "Élodie Brûlé", "Jürgen Weiß", "Anne-Lise Nørgård", "Noël Lacroix"];

/** An order of somebody nobody else is called like, and the part of the name that is typed to find it. */
async function order_of(of, more) {
    made += 1;
    const part = `${spellings[made % spellings.length].split(" ")[1].toLowerCase()} q${made}`;
    const name = `${spellings[made % spellings.length]} Q${made}`;
    const order = await place_order(page, of, { buyer: { name, email: `job${made}@example.org` }, ...more });
    return { order, part };
}
/** The list's own search, from anywhere in it: the row that was found has the focus. */
async function find({ press }, part, order) {
    await press("/");
    await page.keyboard.type(part);
    await press("Enter");
    await page.waitForFunction((number) => document.activeElement?.textContent?.trim() === number, order.number);
}
async function opened({ press }, order) {
    await press("Enter");
    await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
}
const until = async (holds) => {
    for (let tries = 0; !(await holds()); ++tries) {
        assert.ok(tries < 50, "it took too long");
        await page.waitForTimeout(100);
    }
};
const ready = () => dialog().locator("button.primary:not([disabled])").waitFor();

for (const language of ["en", "da"]) {
    describe(`the daily jobs, ${language}`, { skip }, () => {
        let gallery;
        let events;
        let words;
        use_desk();
        before(async () => {
            words = JSON.parse(await readFile(`${project}locales/${language}/desk.json`, "utf8"));
            gallery = await shop_of(page, "client-gallery");
            events = await shop_of(page, "event-registration");
            await call(page, "PATCH", "/api/v1/session", { language });
        });

        test("(1) an order is found by part of a name and opened", async () => {
            const { order, part } = await order_of(shop);
            await list();
            const hands = counter();
            await find(hands, part, order);
            await opened(hands, order);
            hands.done(`${language} (1) find and open`);
        });

        test("(2) a cheque is marked paid, and the customer hears of it", async () => {
            const { order, part } = await order_of(gallery);
            await list("", gallery);
            const hands = counter();
            await find(hands, part, order);
            await hands.press("m");
            await dialog().getByRole("checkbox").waitFor();
            await hands.press("Alt+n");
            await dialog().getByText(order.buyer.email).first().waitFor();
            await hands.press("Control+Enter");
            await closed();
            assert.equal((await now(order, gallery)).totals.due, 0);
            const { items } = await api("GET", `/mails?order=${order.id}`, undefined, gallery);
            assert.ok(items.some((mail) => mail.event.startsWith("payment") && mail.status !== "suppressed"));
            hands.done(`${language} (2) mark a cheque paid, with notification`);
        });

        test("(3) one order leaves with its tracking number", async () => {
            const { order, part } = await order_of(shop);
            await act(order, "mark-paid");
            await list();
            const hands = counter();
            await find(hands, part, order);
            await hands.press("h");
            await ready();
            await page.keyboard.type("6A 4711");
            await hands.press("Enter");
            await closed();
            assert.equal((await now(order)).shipments[0].tracking.number, "6A 4711");
            hands.done(`${language} (3) ship one order with tracking`);
        });

        test("(4) forty orders leave together, from a saved view", async () => {
            const tag = `forty-${language}`;
            for (let number = 0; number < 40; number += 1) {
                const order = await place_order(page, shop, { tags: [tag] });
                await act(order, "mark-paid");
            }
            const path = `/api/v1/shops/${shop.id}/views`;
            const view = await call(page, "POST", path, { name: `Forty ${language}`, query: `tag=${tag}` });
            await list();
            await page.locator(`[data-tab="${view.id}"]`).waitFor();
            const hands = counter(goal_of_many);
            await hands.press("Shift+Digit1");
            await page.waitForURL(/view=/);
            await page.waitForFunction(() => document.querySelectorAll("tbody tr[data-at]").length === 40);
            await hands.press("a");
            await page.locator(".sum").waitFor();
            await hands.press("h");
            await ready();
            await hands.press("Control+Enter");
            const end = { done: "40", failed: "0" };
            const told = words["bulk.done"].replace(/\{(\w+)\}/g, (_, name) => end[name]);
            await page.getByText(told).waitFor({ timeout: 60_000 });
            await hands.press("Escape");
            await closed();
            const { items } = await api("GET", `/orders?tag=${tag}&limit=200`);
            assert.ok(items.every((row) => row.next_step?.queue !== "to_ship"));
            assert.equal(items.length, 40);
            hands.done(`${language} (4) ship 40 orders`);
            await call(page, "DELETE", `${path}/${view.id}`);
        });

        test("(5) one ticket of three is refunded", async () => {
            const { order, part } = await order_of(events, passes);
            await act(order, "mark-paid", {}, events);
            await list("", events);
            const hands = counter();
            await find(hands, part, order);
            await hands.press("f");
            await dialog().getByRole("checkbox").first().waitFor();
            await hands.press("Space");
            await ready();
            await hands.press("Control+Enter");
            await closed();
            const { refunds } = await now(order, events);
            assert.deepEqual(
                refunds.map((refund) => refund.amount),
                [5000],
            );
            hands.done(`${language} (5) refund one ticket of three`);
        });

        test("(6) one line is cancelled, and its goods go back to stock", async () => {
            const { order, part } = await order_of(shop);
            await list();
            const hands = counter();
            await find(hands, part, order);
            await opened(hands, order);
            const menu = words["lines.menu"].replace("{name}", "Desk lamp, oak");
            await hands.click(page.getByRole("button", { name: menu }));
            await hands.click(page.locator("[data-action=cancel]:visible"));
            await ready();
            assert.ok(await dialog().getByLabel(words["choose.restock"]).first().isChecked());
            await hands.press("Control+Enter");
            await closed();
            assert.deepEqual(
                (await now(order)).lines.map((line) => line.cancelled),
                [0, 1],
            );
            hands.done(`${language} (6) cancel one line with restock`);
        });

        test("(7) where is my order: its parcel is in sight from the customer's name", async () => {
            const { order, part } = await order_of(shop);
            await act(order, "mark-paid");
            await act(order, "ship", { tracking: { carrier: "Colissimo", number: `7L ${made}` } });
            await list();
            const hands = counter();
            await find(hands, part, order);
            await opened(hands, order);
            const number = page.getByText(`7L ${made}`).first();
            await number.waitFor();
            const at = await number.boundingBox();
            assert.ok(at.y > 0 && at.y + at.height < 900, "without scrolling");
            hands.done(`${language} (7) where is my order`);
        });

        test("(8) D-02: the card holds that run out first stand on top, and one is captured", async () => {
            await list();
            const hands = counter();
            await hands.click(page.locator("[data-tab=holds]"));
            await page.waitForURL(/sort=hold_until/);
            await rows().first().locator("td.hold_until time").waitFor();
            const ends = await page.locator("td.hold_until time").evaluateAll((all) => all.map((at) => at.dateTime));
            assert.ok(ends.length > 0);
            assert.deepEqual(ends, [...ends].sort());
            const first = rows().first().locator("a").first();
            const id = (await first.getAttribute("href")).split("/").at(-1).split("?")[0];
            await hands.click(first);
            const core = JSON.parse(await readFile(`${project}locales/${language}/core.json`, "utf8"));
            await hands.click(page.getByRole("button", { name: new RegExp(`^${core["action.capture"]}`) }).first());
            await ready();
            await hands.press("Control+Enter");
            await closed();
            await until(async () => (await api("GET", `/orders/${id}`)).payment_status === "paid");
            hands.done(`${language} (8) see the card holds, capture the first`);
        });

        test("(9) a telephone order's quantity changes", async () => {
            const { order, part } = await order_of(shop);
            await list();
            const hands = counter();
            await find(hands, part, order);
            await opened(hands, order);
            await hands.press("v");
            await dialog().locator("input:focus").waitFor();
            await hands.press("ArrowUp");
            await dialog().getByText("19.99", { exact: false }).or(dialog().getByText("19,99")).first().waitFor();
            await ready();
            await hands.press("Control+Enter");
            await closed();
            assert.equal((await now(order)).lines[0].quantity, 4);
            hands.done(`${language} (9) change a quantity`);
        });

        test("(10) O-38: twenty-five order forms come as one file, from a saved view", async () => {
            const tag = `forms-${language}`;
            for (let number = 0; number < 25; number += 1) await place_order(page, shop, { tags: [tag] });
            const path = `/api/v1/shops/${shop.id}/views`;
            const view = await call(page, "POST", path, { name: `Forms ${language}`, query: `tag=${tag}` });
            await list();
            await page.locator(`[data-tab="${view.id}"]`).waitFor();
            const hands = counter(goal_of_many);
            await hands.press("Shift+Digit1");
            await page.waitForURL(/view=/);
            await page.waitForFunction(() => document.querySelectorAll("tbody tr[data-at]").length === 25);
            await hands.press("a");
            await page.locator(".sum").waitFor();
            await hands.press("d");
            await ready();
            assert.equal(await dialog().locator("select").inputValue(), "order_form");
            await hands.press("Control+Enter");
            await page.waitForFunction(() => document.activeElement?.matches("dialog a.primary"), null, {
                timeout: 60_000,
            });
            const file = await page.evaluate(() => document.activeElement.getAttribute("href"));
            const opened = page.waitForEvent("popup");
            await hands.press("Enter");
            await (await opened).close();
            const told = await page.evaluate(async (address) => {
                const answer = await fetch(address);
                const bytes = new Uint8Array(await answer.arrayBuffer());
                return [answer.status, answer.headers.get("content-type"), String.fromCharCode(...bytes.slice(0, 5))];
            }, file);
            assert.deepEqual(told, [200, "application/pdf", "%PDF-"]);
            const id = new URL(file, program.url).searchParams.get("job");
            const { counts, kind } = await api("GET", `/jobs/${id}`);
            assert.deepEqual([kind, counts.printed, counts.skipped], ["print", 25, 0]);
            hands.done(`${language} (10) print 25 order forms`);
            await call(page, "DELETE", `${path}/${view.id}`);
        });

        test("a key for each tab, and one that ticks the page and unticks it", async () => {
            await page.goto(`${program.url}/shops/${shop.id}/orders`);
            await rows().first().waitFor();
            await page.locator("[data-tab=holds]").waitFor();
            const wanted = await page.locator("[data-tab]").nth(1).getAttribute("data-tab");
            // The rows of the tab before stay until the next ones are there: a page is ticked that has come.
            const shown = async (key, queue) => {
                const asks = (url) => url.pathname.endsWith("/orders") && url.searchParams.get("queue") === queue;
                const request = page.waitForRequest(
                    (each) => each.resourceType() === "fetch" && asks(new URL(each.url())),
                );
                await page.keyboard.press(key);
                await page.waitForURL(asks);
                // Asked again: the browser keeps no answer that a later question has overtaken.
                const { pathname, search } = new URL((await request).url());
                const { items } = await call(page, "GET", pathname + search);
                await page.waitForFunction(
                    (numbers) => {
                        const drawn = [...document.querySelectorAll("tbody tr[data-at]")];
                        const says = (row, at) => row.textContent.includes(numbers[at]);
                        return drawn.length === numbers.length && drawn.every(says);
                    },
                    items.map((order) => order.number),
                );
            };
            await shown("2", wanted);
            await shown("1", null);
            await page.keyboard.press("a");
            await page.locator(".sum").waitFor();
            await page.keyboard.press("a");
            await page.locator(".sum").waitFor({ state: "detached" });
        });
    });
}
