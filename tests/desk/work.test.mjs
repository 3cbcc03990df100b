// The operator's work in a real browser against the program itself: sign in, find, open, mark paid, move on, and see
// the mail.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import {
    call,
    has_count,
    open_browser,
    open_page,
    place_order,
    screenshots,
    shop_of,
    sign_in,
    skip,
    start,
} from "./support.mjs";

describe("an operator's work", { skip }, () => {
    let program;
    let browser;
    let page;
    let faults;
    let shop;
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
        ({ page, faults } = await open_page(browser));
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });
    const row = (order) => page.locator(`a[data-row]:text-is("${order.number}")`);
    const open_order = async (order) => {
        await page.goto(`${program.url}/shops/${shop.id}/orders/${order.id}`);
        await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
    };

    test("a wrong password says so and lets nobody in", async () => {
        await page.goto(program.url);
        await page.locator("input[name=email]").fill(program.email);
        await page.locator("input[name=password]").fill("not the password");
        await page.locator("button[type=submit]").click();
        await page.getByRole("alert").filter({ hasText: "password is not right" }).waitFor();
        await page.screenshot({ path: `${screenshots}/sign-in-1440.png` });
    });

    test("signing in leads to the orders of all shops", async () => {
        await sign_in(page, program);
        shop = await shop_of(page, "web-shop");
        assert.ok(shop, "the demo has a web shop");
        assert.ok((await page.locator("a[data-row]").count()) >= 24);
        assert.deepEqual(faults, []);
    });

    test("the shop switcher leads to one shop, whose columns are the profile's", async () => {
        await page.getByRole("button", { name: "Choose the shop" }).click();
        await page.getByRole("link", { name: shop.name }).click();
        await page.waitForURL(`**/shops/${shop.id}/orders`);
        await page.locator("a[data-row]").first().waitFor();
        const heads = await page
            .locator("thead th:not(.tick, .more)")
            .evaluateAll((all) => all.map((each) => each.classList[0]));
        assert.deepEqual(heads.slice(1), shop.columns.slice(1));
        await page.locator("main .warning button").first().click();
        const visible = await page.evaluate(
            () =>
                [...document.querySelectorAll("tbody tr")].filter(
                    (each) => each.getBoundingClientRect().bottom <= innerHeight - 38,
                ).length,
        );
        assert.ok(visible >= 23, `${visible} rows are to be seen at 1440×900`);
    });

    // D-06
    test("a search narrows the list, shows that it does, and is cleared by one click", async () => {
        const order = await place_order(page, shop);
        await page.keyboard.press("/");
        await page.keyboard.type(order.number);
        await row(order).waitFor();
        await page.waitForURL(/q=/);
        await has_count(page.locator("a[data-row]"), 1);
        await page.getByRole("button", { name: "Clear the search" }).click();
        await page.waitForFunction(() => document.querySelectorAll("a[data-row]").length > 1);
    });

    test("filters combine, stand as chips, and go one by one", async () => {
        await page.getByRole("button", { name: "Filter", exact: true }).click();
        await page.getByRole("button", { name: "Payment", exact: true }).click();
        await page.getByLabel("To be confirmed").check();
        await page.keyboard.press("Escape");
        await page.waitForURL(/payment_status=/);
        const chips = page.getByRole("list", { name: "Filters that are on" });
        await chips.getByText("To be confirmed").waitFor();
        // The rows of before stay until the next ones are there.
        await page.waitForFunction(() => {
            const words = [...document.querySelectorAll("td.payment")].map((cell) => cell.textContent);
            return words.length > 0 && words.every((word) => word.includes("To be confirmed"));
        });
        await chips.getByRole("button", { name: "Remove the filter Payment" }).click();
        await page.waitForURL((url) => !url.search.includes("payment_status"));
    });

    test("a click on a head sorts, a second one turns it round", async () => {
        await page.getByRole("columnheader", { name: "Total" }).getByRole("button").click();
        await page.waitForURL(/sort=-total/);
        await page.locator("th[aria-sort=descending].total").waitFor();
        await page.getByRole("columnheader", { name: "Total" }).getByRole("button").click();
        await page.waitForURL(/sort=total/);
        await page.goBack();
        await page.waitForURL(/sort=-total/);
    });

    test("pages turn by keys, and Back brings the page before", async () => {
        await page.goto(`${program.url}/orders`);
        const first = page.locator("a[data-row]").first();
        await first.waitFor();
        const number = await first.innerText();
        // A screen's worth is drawn first, the rest of the page a frame later.
        await page.locator("a[data-row]").nth(49).waitFor();
        await page.keyboard.press("n");
        await page.waitForURL(/cursor=/);
        await page.waitForFunction((before) => document.querySelector("a[data-row]")?.textContent !== before, number);
        await page.keyboard.press("p");
        await page.waitForFunction((before) => document.querySelector("a[data-row]")?.textContent === before, number);
    });

    // O-07, O-08
    test("columns are switched off, struck through, and remembered", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/orders`);
        await page.locator("a[data-row]").first().waitFor();
        await page.getByRole("button", { name: "Columns" }).click();
        const choice = page.getByRole("button", { name: "Payment type", exact: true });
        const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH");
        await choice.click();
        assert.equal(await choice.evaluate((each) => getComputedStyle(each).textDecorationLine), "line-through");
        assert.equal((await saved).status(), 200);
        await page.reload();
        await page.locator("a[data-row]").first().waitFor();
        await has_count(page.getByRole("columnheader", { name: "Payment type" }), 0);
    });

    test("a cheque is marked paid with a note, and its mail is to be seen", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("m");
        const dialog = page.getByRole("dialog");
        await dialog.getByText("Everything is paid then.").waitFor();
        await dialog.getByLabel("Reference").fill("Cheque 4711");
        await dialog.getByLabel("Note to the customer").fill("Thank you, **Zoé**!");
        const notify = dialog.getByLabel("Notify the customer by e-mail");
        if (await notify.count()) await notify.check();
        await dialog.getByText(`will leave to ${order.buyer.email}`).waitFor();
        await page.screenshot({ path: `${screenshots}/mark-paid-1440.png` });
        await dialog.getByRole("button", { name: "Record" }).click();
        await dialog.waitFor({ state: "detached" });
        await page.getByText("Cheque 4711").first().waitFor();
        await page.locator("strong", { hasText: "Zoé" }).first().waitFor();
        const now = await call(page, "GET", `/api/v1/shops/${shop.id}/orders/${order.id}`);
        assert.equal(now.payment_status, "paid");
        assert.equal(now.totals.due, 0);
        const mark = page.getByRole("button", { name: "Mark as paid" });
        assert.equal(await mark.getAttribute("aria-disabled"), "true");
        assert.ok((await mark.getAttribute("title")).length > 5, "it says why not");
    });

    test("a part of the sum leaves the rest due, and nonsense is not sent", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.getByRole("button", { name: "Mark as paid" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Amount").fill("ten");
        assert.ok(await dialog.getByRole("button", { name: /Mark as paid/ }).isDisabled());
        await dialog.getByLabel("Amount").fill("100");
        await dialog.getByText("will still be due").waitFor();
        await dialog.getByRole("button", { name: "Record" }).click();
        await dialog.waitFor({ state: "detached" });
        const now = await call(page, "GET", `/api/v1/shops/${shop.id}/orders/${order.id}`);
        assert.equal(now.payment_status, "partially_paid");
        assert.equal(now.totals.paid, 10000);
    });

    test("the state moves with a note, and the timeline tells who did it and what mail followed", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("s");
        const dialog = page.getByRole("dialog");
        const states = shop.states.filter((state) => state.stage === "processing");
        await dialog.getByLabel("New state").selectOption({ label: states.at(-1).label });
        await dialog.getByLabel("Note to the customer").fill("Leaves **tomorrow**.");
        await dialog.getByLabel("Notify the customer by e-mail").check();
        await dialog.getByText("will leave to").waitFor();
        await page.screenshot({ path: `${screenshots}/change-state-1440.png` });
        await dialog.getByRole("button", { name: "Change to" }).click();
        await dialog.waitFor({ state: "detached" });
        const timeline = page.getByRole("region", { name: "Timeline" });
        await timeline.locator("strong", { hasText: "tomorrow" }).waitFor();
        await timeline.getByText(order.buyer.email).first().waitFor();
        const mails = await call(page, "GET", `/api/v1/shops/${shop.id}/mails?order=${order.id}`);
        assert.ok(mails.items.length >= 2, "the confirmation and the change");
        await page.screenshot({ path: `${screenshots}/order-1440.png`, fullPage: false });
        assert.deepEqual(faults, []);
    });

    // D-09
    test("where the profile applies at once, a choice is enough", async () => {
        const nordic = await shop_of(page, "nordic-shop");
        assert.equal(nordic.apply, "immediate");
        const order = await place_order(page, nordic);
        await page.goto(`${program.url}/shops/${nordic.id}/orders/${order.id}`);
        const next = nordic.states.find((state) => state.stage === "processing");
        await page.getByLabel("State of the order").selectOption({ label: next.label });
        await page.getByText(`Now: ${next.label}`).waitFor();
        const now = await call(page, "GET", `/api/v1/shops/${nordic.id}/orders/${order.id}`);
        assert.equal(now.state.id, next.id);
    });

    test("an internal note is written and shown, safe from HTML", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("c");
        await page.getByLabel("Internal note").fill("Called. <img src=x onerror=alert(1)> **Agreed**");
        await page.getByRole("button", { name: "Save note" }).click();
        const timeline = page.getByRole("region", { name: "Timeline" });
        await timeline.locator("strong", { hasText: "Agreed" }).waitFor();
        await has_count(timeline.locator("img"), 0);
    });

    test("buyer and address are edited; a bad address is named at its field", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.getByRole("region", { name: "Customer" }).getByRole("button", { name: "Edit" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("E-mail").fill("no address");
        await dialog.getByRole("button", { name: "Save" }).click();
        await dialog.locator("input[aria-invalid=true]").waitFor();
        await dialog.getByLabel("E-mail").fill("new@example.org");
        await dialog.getByLabel("City").fill("Lyon");
        await dialog.getByRole("button", { name: "Save" }).click();
        await dialog.waitFor({ state: "detached" });
        await page.getByText("75011 Lyon").waitFor();
    });

    test("a change behind one's back loses nothing that was typed", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.getByRole("button", { name: "Mark as paid" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Reference").fill("typed before");
        await call(page, "PATCH", `/api/v1/shops/${shop.id}/orders/${order.id}`, { tags: ["vip"] });
        await dialog.getByRole("button", { name: "Record" }).click();
        await dialog.getByText("Demo changed this order").waitFor();
        await dialog.getByText("vip").waitFor();
        assert.equal(await dialog.getByLabel("Reference").inputValue(), "typed before");
        await page.screenshot({ path: `${screenshots}/stale-1440.png` });
        await dialog.getByRole("button", { name: "Record" }).click();
        await dialog.waitFor({ state: "detached" });
        await page.getByText("typed before").first().waitFor();
    });

    test("a change by somebody else is announced, and no row moves by itself", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/orders`);
        const first = page.locator("a[data-row]").first();
        await first.waitFor();
        const number = await first.innerText();
        await page.waitForTimeout(500);
        await place_order(page, shop);
        const news = page.getByRole("button", { name: /1 new order/ });
        await news.waitFor();
        assert.equal(await first.innerText(), number);
        await news.click();
        await page.waitForFunction((before) => document.querySelector("a[data-row]")?.textContent !== before, number);
    });

    test("a session that ends under a dialog asks again and keeps what was typed", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("c");
        await page.getByLabel("Internal note").fill("Typed before the session ended");
        await page.context().clearCookies();
        await page.getByRole("button", { name: "Save note" }).click();
        const dialog = page.getByRole("dialog", { name: "Please sign in again" });
        await dialog.locator("input[name=password]").fill(program.password);
        await dialog.getByRole("button", { name: "Sign in" }).click();
        await page.getByRole("region", { name: "Timeline" }).getByText("Typed before the session ended").waitFor();
    });

    test("a file that was exported is taken in again, and adds nothing", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/imports`);
        const download = page.waitForEvent("download");
        await page.getByRole("link", { name: "Download CSV" }).click();
        const file = await (await download).path();
        await page.getByLabel("File", { exact: true }).setInputFiles({
            name: "orders.csv",
            mimeType: "text/csv",
            buffer: await readFile(file),
        });
        await page.getByRole("button", { name: "Import", exact: true }).click();
        const job = page.getByRole("region", { name: "Imports so far" }).getByRole("listitem").first();
        await job.getByText("orders.csv").waitFor();
        await job.getByText("Known already").waitFor();
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/jobs`);
        const { counts } = items[0];
        assert.equal(counts.orders_created, 0, JSON.stringify(counts));
        assert.equal(counts.rows_imported + counts.rows_known + counts.rows_rejected, counts.rows);
        await page.screenshot({ path: `${screenshots}/imports-done-1440.png` });
    });

    test("the outbox lists the mails, and signing out closes the desk", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/mails`);
        await page.locator("tbody tr").first().waitFor();
        await page.screenshot({ path: `${screenshots}/mails-1440.png` });
        await page.getByRole("button", { name: "Your settings" }).click();
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.locator("input[name=password]").waitFor();
        assert.deepEqual(faults, []);
    });
});
