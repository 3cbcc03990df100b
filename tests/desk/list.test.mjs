// The order list in a browser: queues, card holds, saved views, columns, the row's own menu, acting on many, and what
// changes under the operator's eyes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe_findings, call, open_browser, open_page, overflow, place_order, screenshots, shop_of, sign_in, skip, start } from "./support.mjs";

describe("the order list", { skip }, () => {
    let program;
    let browser;
    let page;
    let shop;
    const faults = [];
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
        const opened = await open_page(browser);
        page = opened.page;
        faults.push(opened.faults);
        await sign_in(page, program);
        shop = await shop_of(page, "web-shop");
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });

    const rows = () => page.locator("tbody tr[data-at]");
    const number_of = (row) => row.locator("a[data-row]").textContent();
    const heads = () => page.locator("thead th[draggable]").allTextContents().then((all) => all.map((each) => each.trim()));
    async function list(query = "", of = shop) {
        await page.goto(`${program.url}${of ? `/shops/${of.id}` : ""}/orders${query}`);
        await page.locator("[data-tab=holds]").waitFor();
        await page.locator("tbody tr[data-at], .empty").first().waitFor();
    }
    const queues = () => call(page, "GET", `/api/v1/shops/${shop.id}/queues`);

    test("C-04, D-05: queues stand above the list with their counts, and an empty one keeps its place", async () => {
        await list();
        const counted = await queues();
        for (const queue of counted.queues) {
            const tab = page.locator(`[data-tab=${queue.id}]`);
            assert.equal((await tab.locator(".count").textContent()).trim(), String(queue.count));
            assert.equal(await tab.evaluate((each) => each.classList.contains("none")), queue.count === 0);
        }
        await page.locator("[data-tab=to_ship]").click();
        await page.waitForURL(/queue=to_ship/);
        await page.locator("h1 .count", { hasText: String(counted.queues.find(({ id }) => id === "to_ship").count) }).waitFor();
        assert.equal(await page.locator("[data-tab=to_ship]").getAttribute("aria-current"), "page");
        const placed = await place_order(page, shop);
        await list();
        const unseen = Number(await page.locator("[data-tab=unseen] .count").textContent());
        await page.locator("[data-tab=unseen]").click();
        await page.locator("a[data-row]", { hasText: placed.number }).waitFor();
        await page.locator("a[data-row]", { hasText: placed.number }).click();
        await page.locator("h1", { hasText: placed.number }).waitFor();
        await page.goBack();
        await page.locator("[data-tab=unseen] .count", { hasText: new RegExp(`^${unseen - 1}$`) }).waitFor();
    });

    test("D-06, D-24, W-11, W-12: one search with a way out of it, filters that combine and come off by keyboard", async () => {
        const order = await place_order(page, shop, { promo_code: "HIVER", buyer: { name: "Quitterie Abélard", email: "q@example.org" } });
        await list();
        const search = page.locator("search input");
        await search.fill("abelard");
        await page.waitForURL(/q=abelard/);
        await page.locator("a[data-row]", { hasText: order.number }).waitFor();
        await page.getByRole("button", { name: "Clear the search" }).click();
        await page.waitForURL((url) => !url.searchParams.has("q"));
        await page.getByRole("button", { name: "Filter", exact: true }).click();
        await page.getByRole("button", { name: "Promo code" }).click();
        await page.getByText("exactly this code").waitFor();
        await page.locator("form input[name=promo_code]").fill("HIVER");
        await page.getByRole("button", { name: "Apply" }).click();
        await page.waitForURL(/promo_code=HIVER/);
        await page.goto(`${page.url()}&payment_status=pending`);
        await page.locator("a[data-row]", { hasText: order.number }).waitFor();
        assert.equal(await rows().count(), 1);
        await page.getByRole("button", { name: "Remove the filter Promo code" }).focus();
        await page.keyboard.press("Delete");
        await page.waitForURL((url) => !url.searchParams.has("promo_code") && url.searchParams.has("payment_status"));
        await page.getByRole("button", { name: "Remove the filter Payment" }).waitFor();
        assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /Remove the filter|Search/);
    });

    test("P-03, D-07: the number, an edit icon, the row and an exact number open the order", async () => {
        await list();
        const number = await number_of(rows().first());
        const opened = () => page.locator("h1", { hasText: number }).waitFor();
        await rows().first().locator("a[data-row]").click();
        await opened();
        await page.goBack();
        await rows().first().hover();
        await rows().first().getByRole("link", { name: `Open order ${number}` }).click();
        await opened();
        await page.goBack();
        await rows().first().locator("td.next_step").click();
        await opened();
        await page.goBack();
        await rows().first().waitFor();
        await page.keyboard.press("/");
        await page.keyboard.type(number.toLowerCase());
        await page.keyboard.press("Enter");
        await opened();
    });

    test("Back comes to the same place with the focus on the row one left", async () => {
        await list();
        for (let step = 0; step < 30; step += 1) await page.keyboard.press("j");
        const number = await page.evaluate(() => document.activeElement.textContent);
        const scrolled = await page.locator(".rows").evaluate((box) => box.scrollTop);
        assert.ok(scrolled > 0);
        await page.waitForTimeout(200);
        await page.keyboard.press("Enter");
        await page.locator("h1", { hasText: number }).waitFor();
        await page.keyboard.press("u");
        await page.waitForFunction((text) => document.activeElement.textContent === text, number);
        assert.ok(Math.abs((await page.locator(".rows").evaluate((box) => box.scrollTop)) - scrolled) < 40);
    });

    test("O-07, O-08: a column is switched off and struck through, moved, widened, and all of it is remembered", async () => {
        await list();
        const before = await heads();
        await page.getByRole("button", { name: "Columns" }).click();
        const choice = page.getByRole("button", { name: "Payment type", exact: true });
        await choice.click();
        assert.match(await choice.evaluate((each) => getComputedStyle(each).textDecorationLine), /line-through/);
        await page.getByRole("button", { name: "Owed back", exact: true }).click();
        await page.getByRole("button", { name: "Move Buyer up" }).click();
        await page.getByRole("button", { name: "Make Buyer wider" }).click();
        await page.keyboard.press("Escape");
        const now = await heads();
        assert.ok(!now.includes("Payment type") && now.includes("Owed back"));
        assert.equal(now.indexOf("Buyer"), before.indexOf("Buyer") - 1);
        const width = () => page.locator("thead th.buyer").evaluate((each) => each.offsetWidth);
        assert.equal(await width(), 144);
        const edge = await page.locator("thead th.buyer .edge").boundingBox();
        await page.mouse.move(edge.x + 3, edge.y + 10);
        await page.mouse.down();
        await page.mouse.move(edge.x + 63, edge.y + 10, { steps: 4 });
        await page.mouse.up();
        assert.ok(Math.abs((await width()) - 204) <= 4);
        await page.locator("thead th.buyer").dragTo(page.locator("thead th.total"));
        await page.waitForFunction(() => [...document.querySelectorAll("thead th[draggable]")].findIndex((each) => each.classList.contains("buyer")) + 1 === [...document.querySelectorAll("thead th[draggable]")].findIndex((each) => each.classList.contains("total")));
        const kept = await heads();
        await page.waitForTimeout(500);
        await page.reload();
        await rows().first().waitFor();
        assert.deepEqual(await heads(), kept);
        await page.getByRole("button", { name: "Columns" }).click();
        await page.getByRole("button", { name: "As the shop has them" }).click();
        await page.keyboard.press("Escape");
        assert.deepEqual(await heads(), before);
    });

    test("W-02: a shop of registrations begins with its eight columns in their order", async () => {
        const events = await shop_of(page, "event-registration");
        await list("", events);
        assert.deepEqual((await heads()).slice(0, 8), ["Order", "Buyer", "Summary", "Qty", "Total", "Promo code", "Date", "Payment type"]);
    });

    test("G-02, O-09, O-10, O-11: a row's menu offers what the order offers, and says why not", async () => {
        const order = await place_order(page, shop);
        await list(`?q=${order.number}`);
        await page.keyboard.press("j");
        await page.keyboard.press(".");
        const menu = page.getByRole("menu");
        await menu.getByRole("menuitem", { name: "Mark as paid" }).waitFor();
        const shown = await menu.locator("[data-action]").evaluateAll((all) => all.map((each) => [each.dataset.action, each.getAttribute("aria-disabled") !== "true"]));
        const { actions } = await call(page, "GET", `/api/v1/shops/${shop.id}/orders/${order.id}`);
        for (const [id, allowed] of shown) assert.equal(actions.find((each) => each.id === id)?.allowed, allowed, id);
        const refused = actions.find((each) => each.id === "refund");
        assert.ok((await menu.locator('[data-action="refund"]').textContent()).includes(refused.reason_text));
        assert.equal(await menu.getByRole("menuitem", { name: /own mail program/ }).getAttribute("href"), `mailto:${order.buyer.email}`);
        assert.match(await menu.getByRole("menuitem", { name: "This customer’s orders" }).getAttribute("href"), /orders\?customer=/);
        assert.match(await menu.getByRole("menuitem", { name: "Customer record" }).getAttribute("href"), /customers\?email=/);
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/list-menu-1440.png` });
        await page.keyboard.press("Escape");
        await menu.waitFor({ state: "detached" });
        assert.equal(await page.evaluate(() => document.activeElement.textContent), order.number);
        assert.equal((await call(page, "GET", `/api/v1/shops/${shop.id}/orders?q=${order.number}`)).items[0].unseen, true);
        await page.keyboard.press("m");
        await page.getByRole("dialog").waitFor();
        await page.getByRole("dialog").locator("button[type=submit]").click();
        await page.getByRole("dialog").waitFor({ state: "detached" });
        await page.locator("td.payment", { hasText: "Payment confirmed" }).waitFor();
        await page.keyboard.press("f");
        await page.getByRole("dialog").waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
        await page.keyboard.press("c");
        await page.getByRole("dialog").locator("textarea").fill("Called back.");
        await page.getByRole("button", { name: "Add note" }).click();
        await page.getByText(`Note added to order ${order.number}`).waitFor();
        await rows().first().locator("td.total").click({ button: "right" });
        await menu.getByRole("menuitem", { name: "Refund", exact: true }).waitFor();
        await page.keyboard.press("Escape");
    });

    test("W-23, W-25: exactly the ticked orders are exported, in the format of the export of all", async () => {
        await list();
        await rows().nth(1).locator("input").click();
        await rows().nth(3).locator("input").click();
        const wanted = [await number_of(rows().nth(1)), await number_of(rows().nth(3))];
        const link = await page.locator("a[data-bulk=export]").getAttribute("href");
        const lines = async (address) => (await page.evaluate(async (at) => (await fetch(at)).text(), address)).trim().split("\r\n");
        const ticked = await lines(link);
        const all = await lines(`/api/v1/shops/${shop.id}/exports/orders.csv`);
        assert.equal(ticked[0], all[0]);
        assert.ok(ticked.length > 2 && ticked.length < all.length);
        for (const line of ticked.slice(1)) assert.ok(all.includes(line), line);
        for (const number of wanted) assert.ok(ticked.some((line) => line.includes(number)));
        await page.goto(`${program.url}/shops/${shop.id}/imports`);
        const same = await page.locator('a[href*="orders.csv"]').first().getAttribute("href");
        assert.equal((await lines(same))[0], ticked[0]);
    });

    test("all that match: the strip takes everything the filters let through, and one row off takes it back", async () => {
        await list();
        await page.getByRole("checkbox", { name: "Select all on this page" }).click();
        const total = (await call(page, "GET", `/api/v1/shops/${shop.id}/orders?count=true&limit=1`)).total;
        await page.getByRole("button", { name: `Select all ${total} that match` }).click();
        await page.getByText(`All ${total} orders that match are selected.`).waitFor();
        const link = await page.locator("a[data-bulk=export]").getAttribute("href");
        assert.ok(!link.includes("order="));
        await rows().nth(2).locator("input").click();
        await page.locator(".sum", { hasText: "49 selected" }).waitFor();
        const head = page.getByRole("checkbox", { name: "Select all on this page" });
        assert.equal(await head.evaluate((each) => each.indeterminate), true);
        await page.keyboard.press("Escape");
        await page.locator(".sum").waitFor({ state: "detached" });
        await page.keyboard.press("j");
        await page.keyboard.press("x");
        for (let step = 0; step < 4; step += 1) await page.keyboard.press("j");
        await page.keyboard.press("Shift+X");
        await page.locator(".sum", { hasText: "5 selected" }).waitFor();
    });

    test("O-39, D-14: forty orders are shipped in at most eight interactions", async () => {
        for (let number = 0; number < 40; number += 1) {
            const order = await place_order(page, shop, { tags: ["forty"] });
            await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/mark-paid`, {});
        }
        await list("?tag=forty");
        let interactions = 0;
        const count = (act) => {
            interactions += 1;
            return act;
        };
        await count(rows().first().locator("input").click());
        await count(rows().nth(39).locator("input").click({ modifiers: ["Shift"] }));
        await page.locator(".sum", { hasText: "40 selected" }).waitFor();
        await count(page.locator("[data-bulk=ship]").first().click());
        const run = page.getByRole("button", { name: "Ship 40 orders" });
        await run.waitFor();
        await count(run.click());
        await page.getByText("40 done, 0 not changed").waitFor({ timeout: 60_000 });
        await count(page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click());
        console.log(`shipping 40 ticked orders took ${interactions} interactions`);
        assert.ok(interactions <= 8);
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/orders?tag=forty&limit=200`);
        assert.ok(items.every((row) => row.next_step === null || row.next_step.queue !== "to_ship"));
    });

    test("orders of several shops are not acted on together; one click narrows to one of them", async () => {
        await list("", null);
        const first = await rows().first().locator("td.shop").textContent();
        const other = await rows().evaluateAll((all, name) => all.findIndex((row) => row.querySelector("td.shop").textContent !== name), first);
        await rows().first().locator("input").click();
        await rows().nth(other).locator("input").click();
        assert.equal(await page.locator("[data-bulk=ship]").count(), 0);
        await page.getByRole("button", { name: "Several shops" }).click();
        await page.getByText("Choose orders of one shop").waitFor();
        await page.getByRole("link", { name: `Only ${first.trim()}` }).click();
        await page.waitForURL(/\/shops\/[^/]+\/orders/);
    });

    test("card holds: the first to run out stands first, with the time left and what is at risk", async () => {
        await list();
        const { holds } = await queues();
        assert.ok(holds.count > 0);
        await page.locator("[data-tab=holds]").click();
        await page.waitForURL(/sort=hold_until/);
        await page.locator("td.hold_until time").first().waitFor();
        const ends = await page.locator("td.hold_until time").evaluateAll((all) => all.map((each) => each.dateTime));
        assert.equal(ends.length, holds.count);
        assert.deepEqual(ends, [...ends].sort());
        assert.match(await page.locator("td.hold_until time").first().textContent(), /in \d+ (hour|day)|tomorrow/);
        await page.getByText("Held on cards on this page").waitFor();
        await page.screenshot({ path: `${screenshots}/list-holds-1440.png` });
    });

    test("a list is kept as a view, changed, renamed, shared and deleted", async () => {
        await list("?stage=new&sort=-total");
        await page.getByRole("button", { name: "Save view" }).click();
        await page.getByLabel("Name", { exact: true }).fill("New and large");
        await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
        const tab = page.getByRole("link", { name: /New and large/ });
        await tab.waitFor();
        await page.waitForURL(/view=/);
        assert.equal(await tab.getAttribute("aria-current"), "page");
        const wanted = (await call(page, "GET", `/api/v1/shops/${shop.id}/orders?stage=new&count=true&limit=1`)).total;
        await tab.locator(".count", { hasText: new RegExp(`^${wanted}$`) }).waitFor();
        await page.locator("thead").getByRole("button", { name: "Buyer" }).click();
        await page.getByRole("button", { name: "Update view" }).click();
        await page.getByText("View “New and large” updated").waitFor();
        assert.match((await call(page, "GET", `/api/v1/shops/${shop.id}/views`)).items[0].query, /sort=buyer/);
        await page.getByRole("button", { name: "View New and large" }).click();
        await page.getByRole("button", { name: "Rename or share" }).click();
        await page.getByLabel("Name", { exact: true }).fill("New ones");
        await page.getByLabel("Everybody in the shop sees it").check();
        await page.getByRole("button", { name: "Save name" }).click();
        await page.getByRole("link", { name: /New ones/ }).waitFor();
        assert.equal((await call(page, "GET", `/api/v1/shops/${shop.id}/views`)).items[0].shared, true);
        await page.getByRole("button", { name: "View New ones" }).click();
        await page.getByRole("button", { name: "Save as new view" }).click();
        await page.getByLabel("Name", { exact: true }).fill("new ONES");
        await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
        await page.getByText("There is a view of this name already.").waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "View New ones" }).click();
        await page.getByRole("button", { name: "Delete view" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Delete view" }).click();
        await page.getByRole("link", { name: /New ones/ }).waitFor({ state: "detached" });
    });

    test("a row that changes elsewhere is shown as it is now, in its place; a new order waits for a click", async () => {
        const order = await place_order(page, shop);
        await list();
        const row = page.locator("tbody tr[data-at]", { hasText: order.number });
        await row.waitFor();
        const at = await row.getAttribute("data-at");
        await row.locator("input").click();
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/mark-paid`, {});
        await row.locator("td.payment", { hasText: "Payment confirmed" }).waitFor();
        assert.equal(await row.getAttribute("data-at"), at);
        assert.equal(await row.locator("input").isChecked(), true);
        const newer = await place_order(page, shop);
        await page.getByRole("button", { name: /1 new order/ }).waitFor();
        assert.equal(await page.locator("a[data-row]", { hasText: newer.number }).count(), 0);
        await page.getByRole("button", { name: /1 new order/ }).click();
        await page.locator("a[data-row]", { hasText: newer.number }).waitFor();
    });

    test("at least 24 rows stand on a screen of 1440 × 900, and nothing overflows with rail, tabs or cards", async () => {
        await list("", null);
        const in_view = () =>
            page.evaluate(() => {
                const box = document.querySelector(".rows").getBoundingClientRect();
                return [...document.querySelectorAll("tbody tr")].filter((row) => row.getBoundingClientRect().bottom <= box.bottom + 0.5).length;
            });
        assert.ok((await in_view()) >= 24, `${await in_view()} rows`);
        for (const [width, height] of [[1680, 1000], [1440, 900], [390, 844]]) {
            await page.setViewportSize({ width, height });
            await page.waitForTimeout(300);
            assert.ok((await overflow(page)) <= 0, `${width} px`);
            assert.deepEqual(await axe_findings(page), [], `${width} px`);
            await page.screenshot({ path: `${screenshots}/list-${width}.png` });
        }
        await page.setViewportSize({ width: 1440, height: 900 });
    });

    test("in Danish: queues, a row's menu and the button of many speak the operator's language", async () => {
        await call(page, "PATCH", "/api/v1/session", { language: "da" });
        await list();
        await page.locator("[data-tab=to_ship]", { hasText: "Skal sendes" }).waitFor();
        await rows().first().getByRole("button", { name: /Handlinger for ordre/ }).click();
        await page.getByRole("menuitem", { name: "Kundekort" }).waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("checkbox", { name: /Vælg ordre/ }).first().click();
        await page.locator("[data-bulk=ship]").first().click();
        await page.getByRole("dialog").getByRole("button", { name: /Send 1 ordre|Intet at ændre/ }).waitFor();
        await page.getByRole("dialog").locator("select").waitFor();
        await page.keyboard.press("Escape");
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
        assert.deepEqual(faults.flat(), []);
    });
});
