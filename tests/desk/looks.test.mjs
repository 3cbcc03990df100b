// How the desk looks: every screen in light and dark, wide and narrow, in four languages; nothing overflows, axe finds
// nothing, no raw key shows, and the first load stays within its bytes. Screenshots go to build/screenshots.
import assert from "node:assert/strict";
import { copyFile, mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import {
    axe_findings,
    call,
    open_browser,
    open_page,
    overflow,
    place_order,
    project,
    screenshots,
    shop_of,
    sign_in,
    skip,
    start,
} from "./support.mjs";

const js_budget_bytes = 80_000;
const picture_bytes_max = 300_000;

describe("the desk's looks", { skip }, () => {
    let program;
    let browser;
    let shop;
    let order;
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });

    async function signed_in(options) {
        const opened = await open_page(browser, options);
        await sign_in(opened.page, program);
        if (!shop) {
            shop = await shop_of(opened.page, "web-shop");
            order = await place_order(opened.page, shop, { discount: 500, promo_code: "NOEL" });
            await call(opened.page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/notes`, {
                note: "Called: the cheque is **in the post**.",
            });
        }
        return opened;
    }
    const screens = () => [
        ["orders", `/shops/${shop.id}/orders`, "a[data-row]"],
        ["all-shops", "/orders", "a[data-row]"],
        ["order", `/shops/${shop.id}/orders/${order.id}`, ".note-text"],
        ["new-order", `/shops/${shop.id}/new-order`, "form [role=combobox]"],
        ["removed-orders", `/shops/${shop.id}/removed-orders`, ".nothing, tbody tr"],
        ["unpaid", `/shops/${shop.id}/unpaid`, "tr[data-order], .nothing"],
        ["card-holds", `/shops/${shop.id}/card-holds`, "tr[data-order], .nothing"],
        ["refunds", `/shops/${shop.id}/refunds`, "tr[data-order], .nothing"],
        ["chargebacks", `/shops/${shop.id}/chargebacks`, "tr[data-order], .nothing"],
        ["mails", `/shops/${shop.id}/mails`, "tbody tr"],
        ["bank", `/shops/${shop.id}/bank`, ".nothing"],
        ["payouts", `/shops/${shop.id}/payouts`, ".nothing"],
        ["payouts-missing", `/shops/${shop.id}/payouts?show=missing&days=0`, "tr[data-missing], .nothing"],
        ["documents", `/shops/${shop.id}/documents`, "tr[data-document], .nothing"],
        ["proof", `/shops/${shop.id}/proof`, ".nothing"],
        ["pack", `/shops/${shop.id}/pack`, ".scan input"],
        ["settings-papers", `/shops/${shop.id}/settings/papers`, ".room form"],
        ["settings-numbers", `/shops/${shop.id}/settings/number-ranges`, ".room form"],
        ["accounting", `/shops/${shop.id}/accounting?period=year`, "tr[data-entry], .nothing"],
        ["accounting-day", `/shops/${shop.id}/accounting?show=day`, ".tables h2"],
        ["settings-accounting", `/shops/${shop.id}/settings/accounting`, ".room form"],
        ["settings-bank", `/shops/${shop.id}/settings/bank`, ".room form"],
        ["imports", `/shops/${shop.id}/imports`, "form"],
        ["help", "/help/payments", "article"],
        ["webhooks", `/shops/${shop.id}/settings/webhooks`, ".room .nothing"],
        ["jobs", `/shops/${shop.id}/jobs`, "main h1"],
        ["settings", `/shops/${shop.id}/settings/shop`, ".room form"],
        ["settings-states", `/shops/${shop.id}/settings/states`, ".room ol button"],
        ["mail-health", `/shops/${shop.id}/settings/mail-health`, ".room li h2"],
    ];
    async function show(page, address, selector) {
        await page.goto(program.url + address);
        await page.locator(selector).first().waitFor();
        await page.evaluate(() => document.fonts.ready);
    }

    for (const colorScheme of ["light", "dark"])
        for (const width of [1440, 390])
            test(`${colorScheme}, ${width} px: nothing overflows and axe finds nothing`, async () => {
                const { page, context, faults } = await signed_in({
                    viewport: { width, height: width === 390 ? 844 : 900 },
                    colorScheme,
                });
                for (const [name, address, selector] of screens()) {
                    await show(page, address, selector);
                    assert.ok((await overflow(page)) <= 0, `${name} overflows`);
                    await page.screenshot({ path: `${screenshots}/${name}-${width}-${colorScheme}.png` });
                    assert.deepEqual(await axe_findings(page), [], name);
                }
                assert.deepEqual(faults, []);
                await context.close();
            });

    test("the dialogs and menus fit and please axe too", async () => {
        for (const width of [1440, 390]) {
            const { page, context } = await signed_in({ viewport: { width, height: 844 } });
            const [, , [, address, selector]] = screens();
            await show(page, address, selector);
            for (const [key, name] of [
                ["m", "mark-paid"],
                ["s", "change-state"],
                ["h", "ship"],
                ["x", "cancel"],
                ["e", "edit"],
                ["v", "revise"],
                ["w", "write"],
                ["?", "keys"],
            ]) {
                await page.keyboard.press(key);
                await page.getByRole("dialog").waitFor();
                await page.waitForTimeout(400);
                assert.ok((await overflow(page)) <= 0, name);
                assert.deepEqual(await axe_findings(page), [], name);
                await page.screenshot({ path: `${screenshots}/${name}-${width}.png` });
                await page.keyboard.press("Escape");
            }
            await context.close();
        }
    });

    test("four languages, each complete and within a phone's width", async () => {
        const { page, context } = await signed_in({ viewport: { width: 390, height: 844 } });
        const keys = Object.keys(JSON.parse(await readFile(join(project, "locales/en/desk.json"), "utf8")));
        for (const language of ["fr", "da", "de", "en"]) {
            await call(page, "PATCH", "/api/v1/session", { language });
            for (const [name, address, selector] of screens()) {
                await show(page, address, selector);
                await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
                const text = await page.evaluate(() => document.body.innerText);
                const raw = keys.filter((key) => new RegExp(`(^|\\s)${key.replace(".", "\\.")}(\\s|$)`).test(text));
                assert.deepEqual(raw, [], `${name} in ${language}`);
                assert.ok((await overflow(page)) <= 0, `${name} in ${language} overflows`);
                await page.screenshot({ path: `${screenshots}/${name}-390-${language}.png` });
            }
        }
        await context.close();
    });

    test("the theme that was chosen stays", async () => {
        const { page, context } = await signed_in({ colorScheme: "light" });
        await page.getByRole("button", { name: "Your settings" }).click();
        const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH");
        await page.getByRole("button", { name: "Dark" }).click();
        await saved;
        await page.reload();
        await page.locator("a[data-row]").first().waitFor();
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
        await call(page, "PATCH", "/api/v1/session", { preferences: {} });
        await context.close();
    });

    test("the first load stays within its bytes", async () => {
        const { page, context } = await open_page(browser);
        const names = new Set();
        page.on("response", (answer) => answer.url().endsWith(".js") && names.add(new URL(answer.url()).pathname));
        await sign_in(page, program);
        let bytes = 0;
        for (const name of names)
            bytes += gzipSync(await readFile(join(project, "desk/dist", name)), { level: 9 }).length;
        assert.ok(names.size > 0 && bytes <= js_budget_bytes, `${bytes} bytes of script, gzipped`);
        const own = await (await page.request.get(program.url)).text();
        assert.ok(!/<script(?![^>]*src=)|style=|<style/.test(own), "nothing is inline");
        await context.close();
    });

    test("the pictures for the README are made, and small enough", async () => {
        const { page, context } = await signed_in();
        const query = "queue=to_refund&limit=1";
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/orders?${query}`);
        await show(page, `/shops/${shop.id}/orders`, "a[data-row]");
        const close = page.locator(".warning button");
        if (await close.count()) await close.first().click();
        for (const [name, path, selector, width, height] of [
            ["orders", "orders", "a[data-row]", 1440, 900],
            ["order", `orders/${items[0].id}`, "main h1", 1440, 900],
            ["phone", "orders", "a[data-row]", 390, 844],
        ]) {
            await page.setViewportSize({ width, height });
            await show(page, `/shops/${shop.id}/${path}`, selector);
            const picture = join(screenshots, `readme-${name}.png`);
            await page.screenshot({ path: picture });
            assert.ok((await stat(picture)).size <= picture_bytes_max, name);
            if (!process.env.COMMIS_UPDATE_PICTURES) continue;
            await mkdir(join(project, "docs/screenshots"), { recursive: true });
            await copyFile(picture, join(project, `docs/screenshots/${name}.png`));
        }
        assert.ok((await readdir(screenshots)).length > 20);
        await context.close();
    });
});
