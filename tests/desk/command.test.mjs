// The command bar (P-02): screens, orders, customers, articles, help and actions from one box, in several languages and
// by keys alone; the g-keys; and the running jobs in the bar.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
    axe_findings,
    call,
    has_count,
    open_browser,
    open_page,
    overflow,
    place_order,
    screenshots,
    shop_of,
    sign_in,
    skip,
    start,
} from "./support.mjs";

const words = {
    en: {
        box: "Search or jump",
        screens: "Screens",
        studio: "Studio links",
        gallery: "Client gallery orders",
        typed: "order",
    },
    fr: {
        box: "Rechercher ou aller à",
        screens: "Écrans",
        studio: "Liens des studios",
        gallery: "Commandes des galeries clients",
        typed: "commande",
    },
    da: {
        box: "Søg eller gå til",
        screens: "Skærme",
        studio: "Studiets links",
        gallery: "Kundegalleriets ordrer",
        typed: "ordre",
    },
    de: {
        box: "Suchen oder springen",
        screens: "Ansichten",
        studio: "Studio-Links",
        gallery: "Bestellungen der Kundengalerien",
        typed: "Bestellung",
    },
};

describe("the command bar", { skip }, () => {
    let program;
    let browser;
    let page;
    let context;
    let faults;
    let shop;
    let gallery;
    let order;
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
        ({ page, context, faults } = await open_page(browser));
        await sign_in(page, program);
        shop = await shop_of(page, "web-shop");
        gallery = await shop_of(page, "client-gallery");
        order = await place_order(page, shop);
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });
    async function show(address, language = "en") {
        await call(page, "PATCH", "/api/v1/session", { language });
        await page.goto(program.url + address);
        await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
        await page.locator("main h1").first().waitFor();
    }
    const box = () => page.locator("input[role=combobox]");
    const options = (group) => page.getByRole("group", { name: group, exact: true }).getByRole("option");
    async function open_bar(text) {
        await page.keyboard.press("Control+k");
        await box().waitFor();
        if (text) await page.keyboard.type(text);
    }
    const orders_of = (id) => `/shops/${id}/orders`;

    for (const language of ["en", "fr", "da", "de"])
        test(`P-01, P-02: "${words[language].typed}" finds the gallery orders, in ${language}`, async () => {
            const own = words[language];
            await show(`/shops/${gallery.id}/customers`, language);
            await page.getByRole("button", { name: own.box }).click();
            await box().waitFor();
            await page.keyboard.type(own.typed);
            const found = options(own.studio).filter({ hasText: own.gallery });
            await found.waitFor();
            await page.screenshot({ path: `${screenshots}/command-1440-${language}.png` });
            assert.equal(await found.getAttribute("aria-selected"), "true");
            await page.keyboard.press("Enter");
            await page.waitForURL(`**${orders_of(gallery.id)}`);
            await page.getByRole("heading", { level: 1, name: own.gallery }).waitFor();
            await page.locator("a[data-row]").first().waitFor();
            const { items } = await call(page, "GET", `/api/v1/shops/${gallery.id}/orders?limit=50`);
            await has_count(page.locator("a[data-row]"), items.length, "every order is in the list");
        });

    for (const typed of ["commande", "ordre", "Bestellung", "ORDER"])
        test(`P-02: an English desk understands "${typed}", too`, async () => {
            await show(`/shops/${shop.id}/mails`);
            await open_bar(typed);
            await options("Screens").filter({ hasText: "Orders" }).first().waitFor();
            await page.keyboard.press("Enter");
            await page.waitForURL(`**${orders_of(shop.id)}`);
        });

    test("P-02: data is found as well: an order by part of a name, a customer, an article, help", async () => {
        await show(orders_of(shop.id));
        await open_bar("prøvekøber");
        await options("Orders").filter({ hasText: order.number }).first().waitFor();
        await options("Customers").first().waitFor();
        await box().fill("Théière");
        await options("Articles").first().waitFor();
        await box().fill("refund");
        await options("Help").filter({ hasText: "Refunds" }).click();
        await page.waitForURL("**/help/refunds");
    });

    test("an exact number and Enter open the order, also when Enter is quicker than the answer", async () => {
        await show(`/shops/${shop.id}/articles`);
        await open_bar(order.number.toLowerCase());
        await page.keyboard.press("Enter");
        await page.waitForURL(`**/orders/${order.id}`);
    });

    test("screens and orders of another shop are found from here", async () => {
        await show(orders_of(shop.id));
        await open_bar("statistics");
        const elsewhere = options("In other shops").filter({ hasText: gallery.name });
        await elsewhere.first().click();
        await page.waitForURL(`**/shops/${gallery.id}/statistics`);
    });

    test("the open order offers exactly what it allows", async () => {
        await show(`/shops/${shop.id}/orders/${order.id}`);
        await page.locator(".main").waitFor();
        const { actions } = await call(page, "GET", `/api/v1/shops/${shop.id}/orders/${order.id}`);
        const group = `This order: ${order.number}`;
        for (const action of actions.filter((each) => /^(mark-paid|cancel|ship|refund|credit|reopen)$/.test(each.id))) {
            await open_bar(action.label);
            const offered = options(group).getByText(action.label, { exact: true });
            if (action.allowed) await offered.waitFor();
            else await has_count(offered, 0, action.label);
            await page.keyboard.press("Escape");
        }
        await open_bar("mark as paid");
        await options(group).first().waitFor();
        await page.keyboard.press("Enter");
        await page.getByRole("dialog", { name: `Mark ${order.number} as paid` }).waitFor();
        await page.keyboard.press("Escape");
    });

    test("it is a combobox: arrows move, the chosen line is said, Escape gives the focus back", async () => {
        await show(orders_of(shop.id));
        await page.locator("a[data-row]").first().focus();
        await open_bar();
        const chosen = async () =>
            page.locator(`[id="${await box().getAttribute("aria-activedescendant")}"]`).innerText();
        const first = await chosen();
        await page.keyboard.press("ArrowDown");
        assert.notEqual(await chosen(), first);
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("ArrowUp");
        const last = await page.getByRole("option").last().innerText();
        assert.equal(await chosen(), last, "upward from the first is the last");
        assert.deepEqual(await axe_findings(page), []);
        await box().fill("xyzzyx");
        await page.getByText("Nothing found for “xyzzyx”").waitFor();
        await page.keyboard.press("Escape");
        assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute("data-row")), true);
    });

    test("theme and language are changed from it, recent orders stand in it", async () => {
        await show(`/shops/${shop.id}/orders/${order.id}`);
        await page.locator(".main").waitFor();
        await page.goto(program.url + orders_of(shop.id));
        await page.locator("a[data-row]").first().waitFor();
        await open_bar();
        await options("Opened lately").filter({ hasText: order.number }).waitFor();
        await page.keyboard.type("dark");
        await options("Actions").filter({ hasText: "Dark" }).click();
        await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
        assert.deepEqual(await axe_findings(page), []);
        await open_bar("sprog");
        await options("Actions").filter({ hasText: "Dansk" }).click();
        await page.waitForFunction(() => document.documentElement.lang === "da");
        await call(page, "PATCH", "/api/v1/session", { language: "en", preferences: { theme: "light" } });
    });

    test("g and a letter go to a screen, and the letter does nothing else", async () => {
        await show(`/shops/${shop.id}/orders/${order.id}`);
        await page.locator(".main").waitFor();
        for (const [letter, path] of [
            ["c", "customers"],
            ["a", "articles"],
            ["s", "statistics"],
            ["m", "mails"],
            ["i", "imports"],
            ["j", "jobs"],
            [",", "settings"],
            ["o", "orders"],
        ]) {
            await page.keyboard.press("g");
            if (letter === "c") await page.getByText("Go to").waitFor();
            await page.keyboard.press(letter);
            await page.waitForURL(new RegExp(`/shops/${shop.id}/${path}`));
            await has_count(page.getByRole("dialog"), 0);
        }
        await page.keyboard.press("g");
        await page.keyboard.press("h");
        await page.waitForURL("**/help");
        await page.keyboard.press("g");
        await page.keyboard.press("o");
        await page.waitForURL(`**${orders_of(shop.id)}`);
    });

    test("a running job is seen on every screen, and its result on the screen of jobs", async () => {
        await show(`/shops/${shop.id}/customers`);
        await page.waitForTimeout(1800);
        const orders = [];
        for (let each = 0; each < 3; each += 1) orders.push((await place_order(page, shop)).id);
        orders.push(order.id);
        const done = { action: "mark-paid", params: {}, orders };
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${orders[0]}/actions/mark-paid`, {});
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/bulk`, done);
        const chip = page.locator(".jobs-chip");
        await chip.waitFor();
        await chip.click();
        await page.getByRole("link", { name: "All background jobs" }).click();
        await page.waitForURL(`**/shops/${shop.id}/jobs`);
        const job = page.locator("main li").first();
        await job.getByText("Left unchanged", { exact: true }).waitFor();
        await job.getByRole("button", { name: "Which were left unchanged, and why" }).click();
        await job.getByRole("link", { name: "Open the order" }).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/jobs-1440.png` });
        await page.setViewportSize({ width: 390, height: 844 });
        assert.ok((await overflow(page)) <= 0);
        await page.screenshot({ path: `${screenshots}/jobs-390.png` });
        await page.setViewportSize({ width: 1440, height: 900 });
        // What was left out is tried again as a job of its own.
        const before = await page.locator("main li").count();
        await job.getByRole("button", { name: /^Try \d+ orders? again$/ }).click();
        await page.waitForFunction((n) => document.querySelectorAll("main li").length === n + 1, before);
        await job.getByText("Left unchanged", { exact: true }).waitFor();
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/jobs?limit=2`);
        assert.equal(items[0].total, items[1].counts.skipped);
    });

    test("on a phone the bar fits in four languages, and its menu has every screen", async () => {
        await page.setViewportSize({ width: 390, height: 844 });
        for (const language of ["en", "fr", "da", "de"]) {
            await show(orders_of(shop.id), language);
            assert.ok((await overflow(page)) <= 0, language);
            await page.locator(".screens").click();
            const links = page.locator(".panel:popover-open a");
            await links.first().waitFor();
            assert.ok((await links.count()) >= 12, language);
            await page.screenshot({ path: `${screenshots}/menu-390-${language}.png` });
            assert.deepEqual(await axe_findings(page), [], language);
            await page.keyboard.press("Escape");
            await page.getByRole("button", { name: words[language].box }).click();
            await box().waitFor();
            assert.ok((await overflow(page)) <= 0, language);
            await page.screenshot({ path: `${screenshots}/command-390-${language}.png` });
            await page.keyboard.press("Escape");
        }
        await context.close();
        assert.deepEqual(faults, []);
    });
});
