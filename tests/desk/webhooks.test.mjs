// Webhooks in the settings: one is made and its secret shown once, a test shows what came back, deliveries are looked
// into and sent again, one that is gone says so; in four languages, light and dark, on a phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Receiver } from "./receiver.mjs";
import {
    axe_findings,
    call,
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

describe("webhooks in the settings", { skip }, () => {
    let program;
    let browser;
    let receiver;
    let page;
    let shop;
    let faults;
    const here = (query = "") => `${program.url}/shops/${shop.id}/settings/webhooks${query}`;
    const hooks = () => call(page, "GET", `/api/v1/shops/${shop.id}/webhooks`);

    before(async () => {
        receiver = await new Receiver().start();
        program = await start("demo", "--webhook-ranges", "127.0.0.0/8", "--webhook-http");
        browser = await open_browser();
        ({ page, faults } = await open_page(browser));
        await sign_in(page, program);
        shop = await shop_of(page, "web-shop");
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
        receiver?.stop();
    });

    test("one is made: what is wrong is said beside the field, and the secret is shown once", async () => {
        await page.goto(here());
        await page.getByText("No program is told of changes yet.").waitFor();
        await page.screenshot({ path: `${screenshots}/webhooks-empty-1440.png` });
        await page.getByRole("button", { name: "New webhook" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Address").fill("https://10.0.0.1/in");
        await dialog.getByRole("button", { name: "Make the webhook" }).click();
        await dialog.getByText("Nothing is sent to this address: it lies inside a network.").waitFor();
        await dialog.getByLabel("Address").fill(`${receiver.url}/ok`);
        await dialog.getByLabel("Name").fill("Stock program");
        await dialog.getByLabel("Only these").check();
        assert.equal(await dialog.getByRole("button", { name: "Make the webhook" }).isDisabled(), true);
        await dialog.getByLabel("Order placed").check();
        await dialog.getByLabel("State changed").check();
        await page.screenshot({ path: `${screenshots}/webhooks-new-1440.png` });
        assert.deepEqual(await axe_findings(page), []);
        await dialog.getByRole("button", { name: "Make the webhook" }).click();
        assert.match(await page.getByRole("textbox", { name: "Secret" }).inputValue(), /^whsec_[\w+/]{43}=$/);
        await page.screenshot({ path: `${screenshots}/webhooks-secret-1440.png` });
        await page.getByRole("button", { name: "I have it" }).click();
        await page.getByRole("row", { name: /Stock program.*On.*2 of 40 events.*never/ }).waitFor();
    });

    test("a test shows what was sent and what came back", async () => {
        await page.goto(here());
        await page.getByRole("link", { name: "Stock program" }).click();
        await page.getByRole("button", { name: "Send a test" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByText(/Taken in \d+ ms/).waitFor();
        assert.equal(await dialog.getByLabel("Answer").inputValue(), "thanks");
        assert.match(await dialog.getByLabel("What was sent").inputValue(), /"type": "commis.webhook.test"/);
        await page.screenshot({ path: `${screenshots}/webhooks-test-1440.png` });
        assert.deepEqual(await axe_findings(page), []);
        await dialog.getByRole("button", { name: "Close" }).last().click();
    });

    test("a delivery is looked into, and sent again once the receiver is mended", async () => {
        const [hook] = (await hooks()).items;
        await call(page, "PATCH", `/api/v1/shops/${shop.id}/webhooks/${hook.id}`, { url: `${receiver.url}/gone` });
        const order = await place_order(page, shop);
        await receiver.wait("/gone", 1);
        await page.goto(here(`?webhook=${hook.id}`));
        await page.getByText("Switched off by itself: the receiver answered that it no longer exists (410).").waitFor();
        await page
            .getByRole("row", { name: new RegExp(`Order placed.*${order.number}.*Given up.*HTTP 410`) })
            .waitFor();
        await page.screenshot({ path: `${screenshots}/webhooks-gone-1440.png` });
        assert.deepEqual(await axe_findings(page), []);
        await page.getByRole("link", { name: "Order placed" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByText("The receiver no longer exists.").waitFor();
        assert.equal(await dialog.getByLabel("Answer").inputValue(), "moved out");
        await page.screenshot({ path: `${screenshots}/webhooks-delivery-1440.png` });
        assert.match(page.url(), /delivery=/);
        await page.goBack();
        await dialog.waitFor({ state: "detached" });
        await page.getByRole("button", { name: "Change" }).click();
        await page.getByRole("dialog").getByLabel("Address").fill(`${receiver.url}/mended`);
        await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
        await page.getByRole("button", { name: "Switch on" }).click();
        await page.getByRole("button", { name: "Send given-up ones again" }).click();
        await page.getByText("1 delivery is on its way again").waitFor();
        await receiver.wait("/mended", 1);
        await page.getByRole("row", { name: /Order placed.*Delivered.*HTTP 200/ }).waitFor({ timeout: 20_000 });
    });

    test("a new secret is shown once, and the old one signs along", async () => {
        const [hook] = (await hooks()).items;
        await page.goto(here(`?webhook=${hook.id}`));
        await page.getByRole("button", { name: "New secret" }).click();
        await page.getByRole("button", { name: "Make a new secret" }).click();
        const secret = page.getByRole("textbox", { name: "Secret" });
        await secret.waitFor();
        assert.match(await secret.inputValue(), /^whsec_/);
        await page.getByRole("button", { name: "I have it" }).click();
        await page.getByText(/The secret before signs along until/).waitFor();
    });

    test("in four languages, light and dark, wide and narrow, nothing is cut off and axe finds nothing", async () => {
        await call(page, "POST", `/api/v1/shops/${shop.id}/webhooks`, { url: "https://hooks.example.org/orders/in" });
        const [hook] = (await hooks()).items;
        for (const [language, color_scheme, width] of [
            ["en", "dark", 1440],
            ["fr", "light", 390],
            ["da", "dark", 390],
            ["de", "light", 390],
            ["de", "dark", 1440],
        ]) {
            const viewport = { width, height: width === 390 ? 844 : 900 };
            const opened = await open_page(browser, { viewport, colorScheme: color_scheme });
            await sign_in(opened.page, program);
            await call(opened.page, "PATCH", "/api/v1/session", { language });
            for (const [name, query] of [
                ["list", ""],
                ["page", `?webhook=${hook.id}`],
            ]) {
                await opened.page.goto(here(query));
                await opened.page.locator("tbody tr").first().waitFor();
                await opened.page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
                await opened.page.screenshot({
                    path: `${screenshots}/webhooks-${name}-${language}-${color_scheme}-${width}.png`,
                });
                assert.equal(await overflow(opened.page), 0, `${name} ${language} ${width}`);
                assert.deepEqual(await axe_findings(opened.page), [], `${name} ${language} ${color_scheme}`);
            }
            await opened.context.close();
        }
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
    });

    test("it is deleted, and the page had no fault", async () => {
        const [hook] = (await hooks()).items;
        await page.goto(here(`?webhook=${hook.id}`));
        await page.getByRole("button", { name: "Delete", exact: true }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Delete “Stock program”" }).click();
        await page.getByText("“Stock program” is deleted").waitFor();
        assert.deepEqual(
            (await hooks()).items.map(({ url }) => url),
            ["https://hooks.example.org/orders/in"],
        );
        assert.deepEqual(
            faults.filter((fault) => !/422/.test(fault)),
            [],
        );
    });
});
