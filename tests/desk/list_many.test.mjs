// The order list in a browser, continued: many orders at once, card holds, views, and what changes under the operator's
// eyes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { list, number_of, queues, rows } from "./list_page.mjs";
import { axe_findings, call, has_count, overflow, place_order, screenshots, skip } from "./support.mjs";

describe("many orders in the list", { skip }, () => {
    use_desk();

    test("W-23, W-25: exactly the ticked orders are exported, in the format of the export of all", async () => {
        await list();
        await rows().nth(1).locator("input").click();
        await rows().nth(3).locator("input").click();
        const wanted = [await number_of(rows().nth(1)), await number_of(rows().nth(3))];
        const link = await page.locator("a[data-bulk=export]").getAttribute("href");
        const lines = async (address) =>
            (await page.evaluate(async (at) => (await fetch(at)).text(), address)).trim().split("\r\n");
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

    test("G-02: all that match: the strip takes everything the filters find, one row off takes it back", async () => {
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

    test("G-02, O-39, D-14: forty orders are shipped in at most eight interactions", async () => {
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
        await count(
            rows()
                .nth(39)
                .locator("input")
                .click({ modifiers: ["Shift"] }),
        );
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
        const other = await rows().evaluateAll(
            (all, name) => all.findIndex((row) => row.querySelector("td.shop").textContent !== name),
            first,
        );
        await rows().first().locator("input").click();
        await rows().nth(other).locator("input").click();
        await has_count(page.locator("[data-bulk=ship]"), 0);
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

    test("a row that changes elsewhere is shown in its place; a new order waits for a click", async () => {
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
        await has_count(page.locator("a[data-row]", { hasText: newer.number }), 0);
        await page.getByRole("button", { name: /1 new order/ }).click();
        await page.locator("a[data-row]", { hasText: newer.number }).waitFor();
    });

    test("24 rows stand on a screen of 1440 × 900, and nothing overflows with rail, tabs or cards", async () => {
        await list("", null);
        const in_view = () =>
            page.evaluate(() => {
                const box = document.querySelector(".rows").getBoundingClientRect();
                return [...document.querySelectorAll("tbody tr")].filter(
                    (row) => row.getBoundingClientRect().bottom <= box.bottom + 0.5,
                ).length;
            });
        assert.ok((await in_view()) >= 24, `${await in_view()} rows`);
        for (const [width, height] of [
            [1680, 1000],
            [1440, 900],
            [390, 844],
        ]) {
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
        await rows()
            .first()
            .getByRole("button", { name: /Handlinger for ordre/ })
            .click();
        await page.getByRole("menuitem", { name: "Kundekort" }).waitFor();
        await page.keyboard.press("Escape");
        await page
            .getByRole("checkbox", { name: /Vælg ordre/ })
            .first()
            .click();
        await page.locator("[data-bulk=ship]").first().click();
        await page
            .getByRole("dialog")
            .getByRole("button", { name: /Send 1 ordre|Intet at ændre/ })
            .waitFor();
        await page.getByRole("dialog").locator("select").waitFor();
        await page.keyboard.press("Escape");
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
    });
});
