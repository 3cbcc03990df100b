// Help where one works: the question mark of every screen and of the dialogs opens the guide's topic in the user's
// language, also without a connection (G-01); the whole guide, its search, and the banners that say what the connection
// does.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
    axe_findings,
    call,
    has_count,
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

const title_of = async (language, topic) =>
    (await readFile(join(project, `docs/guide/${language}/${topic}.md`), "utf8")).split("\n")[0].slice(2);

describe("help", { skip }, () => {
    let program;
    let browser;
    let page;
    let context;
    let faults;
    let shop;
    let order;
    const panel = () => page.locator(".help-panel");
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
        ({ page, context, faults } = await open_page(browser));
        await sign_in(page, program);
        shop = await shop_of(page, "web-shop");
        order = await place_order(page, shop);
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });
    async function speak(language) {
        await call(page, "PATCH", "/api/v1/session", { language });
        await page.goto(`${program.url}/shops/${shop.id}/orders`);
        await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
        await page.locator("a[data-row]").first().waitFor();
    }
    /** Help is fetched a moment after the first paint; from then on it needs no server. */
    const fetched = () =>
        page.waitForFunction(() =>
            performance.getEntriesByType("resource").some((entry) => entry.name.includes("HelpPanel")),
        );
    async function opens(topic, language) {
        await page.locator("header .help, form .help").first().waitFor();
        await page.keyboard.press("F1");
        await panel().locator("h2").waitFor();
        assert.equal(await panel().locator("h2").innerText(), await title_of(language, topic));
        await panel().locator("article").waitFor();
    }

    test("G-01: every screen has its topic in Danish, without a connection", async () => {
        await speak("da");
        await fetched();
        const screens = [
            ["orders", "find-orders"],
            [`orders/${order.id}`, "order-page"],
            ["customers", "customers"],
            ["articles", "articles"],
            ["pick-list", "articles"],
            ["supplier-list", "articles"],
            ["statistics", "statistics"],
            ["mails", "mails"],
            ["imports", "imports"],
            ["jobs", "jobs"],
            ["new-order", "telephone-orders"],
            ["removed-orders", "cancelling"],
            ["settings/shop", "settings-shop"],
        ];
        const go = (address) =>
            page.evaluate((to) => {
                const link = document.createElement("a");
                link.href = to;
                document.body.append(link);
                link.click();
                link.remove();
            }, address);
        // Each screen is fetched once, then the line is cut: what is read afterwards is in the browser.
        for (const [path] of screens) {
            await go(`/shops/${shop.id}/${path}`);
            await page.locator("main h1").first().waitFor();
        }
        await context.setOffline(true);
        await page.getByText("Du er offline").waitFor();
        for (const [path, topic] of screens) {
            await go(`/shops/${shop.id}/${path}`);
            await opens(topic, "da");
            await page.keyboard.press("Escape");
            await panel().waitFor({ state: "detached" });
        }
        await context.setOffline(false);
        await page.getByText("Du er offline").waitFor({ state: "detached" });
    });

    for (const [language, name] of [
        ["en", "Help"],
        ["fr", "Aide"],
        ["da", "Hjælp"],
    ])
        test(`G-01: a dialog is explained over it, and stays, in ${language}`, async () => {
            await speak(language);
            await page.goto(`${program.url}/shops/${shop.id}/orders/${order.id}`);
            await page.locator("main h1").waitFor();
            await page.locator(".main").waitFor();
            for (const [key, topic] of [
                ["m", "payments"],
                ["s", "states"],
            ]) {
                await page.keyboard.press(key);
                const dialog = page.getByRole("dialog");
                await dialog.waitFor();
                const note = dialog.locator("textarea").first();
                await note.fill("halfway through");
                await dialog.getByRole("button", { name, exact: true }).click();
                await panel().locator("h2").waitFor();
                assert.equal(await panel().locator("h2").innerText(), await title_of(language, topic));
                // The panel can be used although the dialog is modal, and Enter in its search sends nothing.
                await panel().locator("article a").first().click();
                assert.notEqual(await panel().locator("h2").innerText(), await title_of(language, topic));
                await panel().getByRole("searchbox").fill("mail");
                await page.keyboard.press("Enter");
                assert.ok((await panel().locator("li a").count()) > 1);
                assert.deepEqual(await axe_findings(page), []);
                await page.keyboard.press("Escape");
                if ((await panel().count()) > 0) await page.keyboard.press("Escape");
                await panel().waitFor({ state: "detached" });
                assert.equal(await note.inputValue(), "halfway through");
                await page.keyboard.press("Escape");
                await dialog.waitFor({ state: "detached" });
            }
        });

    test("G-01: the panel follows from screen to screen, and the work beneath stays in use", async () => {
        await speak("en");
        await opens("find-orders", "en");
        await page.locator("a[data-row]").first().click();
        await page.waitForFunction(
            (wanted) => document.querySelector(".help-panel h2")?.textContent === wanted,
            await title_of("en", "order-page"),
        );
        await page.getByRole("button", { name: "Close help" }).click();
        await panel().waitFor({ state: "detached" });
        assert.match(await page.evaluate(() => document.activeElement?.className ?? ""), /help/);
    });

    test("the whole guide is searched without accents, and a topic is an address", async () => {
        await speak("fr");
        await page.goto(`${program.url}/help`);
        const search = page.getByRole("searchbox", { name: "Chercher dans le guide" });
        await search.fill("prefixe");
        await page.getByRole("link", { name: await title_of("fr", "settings-numbers") }).click();
        await page.waitForURL("**/help/settings-numbers");
        assert.equal(await page.locator(".page .title").innerText(), await title_of("fr", "settings-numbers"));
        await search.fill("xyzzy");
        await page.getByText("Le guide ne dit rien sur « xyzzy ».").waitFor();
        await page.goto(`${program.url}/help/no-such-topic`);
        await page.getByText("Ce sujet n’existe pas.").waitFor();
    });

    test("four languages fit a phone, and axe finds nothing", async () => {
        await page.setViewportSize({ width: 390, height: 844 });
        for (const language of ["en", "fr", "da", "de"]) {
            await speak(language);
            for (const address of ["/help", "/help/payments", "/help/keys"]) {
                await page.goto(program.url + address);
                await page.locator("article:visible, .topics a:visible").first().waitFor();
                await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
                assert.ok((await overflow(page)) <= 0, `${address} in ${language}`);
                await page.screenshot({
                    path: `${screenshots}/${address.slice(1).replace("/", "-")}-390-${language}.png`,
                });
            }
            assert.deepEqual(await axe_findings(page), [], language);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.emulateMedia({ colorScheme: "dark" });
        await page.goto(`${program.url}/help/payments`);
        await page.locator("article").waitFor();
        await page.screenshot({ path: `${screenshots}/help-1440-dark.png` });
        assert.deepEqual(await axe_findings(page), [], "dark");
        await page.emulateMedia({ colorScheme: "light" });
    });

    test("all keys stand in one place, and single keys can be switched off there", async () => {
        await speak("en");
        await page.keyboard.press("?");
        const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
        await dialog.waitFor();
        for (const heading of ["Everywhere", "In the order list", "On an order", "Go to"])
            assert.ok(await dialog.getByRole("heading", { name: heading }).isVisible(), heading);
        const saved = () => page.waitForResponse((answer) => answer.request().method() === "PATCH");
        const answer = saved();
        await dialog.getByLabel("Use single-key shortcuts").uncheck();
        await answer;
        await page.keyboard.press("Escape");
        await page.keyboard.press("g");
        await page.keyboard.press("h");
        await page.keyboard.press("?");
        await has_count(dialog, 0);
        assert.match(page.url(), /orders$/);
        await call(page, "PATCH", "/api/v1/session", { preferences: {} });
    });

    test("nothing on the way was a fault of the page", () => {
        // The line was cut on purpose.
        assert.deepEqual(
            faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to load resource/.test(fault)),
            [],
        );
    });
});
