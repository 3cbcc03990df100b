// The books in the desk: sums and journal of a time with the way to the order, files for accountants, the end of a day,
// and the accounts in the settings.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { browser, page, program, shop, signed_in, use_desk } from "./desk.mjs";
import { axe_findings, call, has_count, overflow, place_order, screenshots, skip } from "./support.mjs";

describe("the books", { skip }, () => {
    use_desk();
    const at = (path) => `${program.url}/shops/${shop.id}/${path}`;
    const api = (path) => `/api/v1/shops/${shop.id}/${path}`;
    const day = () => new Intl.DateTimeFormat("en-CA", { timeZone: shop.timezone }).format(new Date());
    let order;
    before(async () => {
        order = await place_order(page, shop);
        await call(page, "POST", api(`orders/${order.id}/actions/mark-paid`), {});
        order = await call(page, "POST", api(`orders/${order.id}/actions/invoice`), {});
    });
    const invoice = () => order.documents.find((each) => each.kind === "invoice" && each.number);

    test("C-33: an invoice and its payment stand in the journal, and lead to the order", async () => {
        const today = day();
        await page.goto(at(`accounting?from=${today}&to=${today}`));
        const row = page.locator("tr[data-entry=invoice]").filter({ hasText: invoice().number });
        await row.waitFor();
        const totals = await call(page, "GET", api(`accounting/totals?from=${today}&to=${today}`));
        const journal = await call(page, "GET", api(`accounting/journal?from=${today}&to=${today}&limit=200`));
        const invoiced = journal.items
            .filter((each) => each.kind === "invoice" && each.currency === totals.totals[0].currency)
            .flatMap((each) => each.postings)
            .reduce((sum, each) => sum + (each.role === "receivables" ? each.debit : 0), 0);
        assert.equal(invoiced, totals.totals[0].invoiced.amount);
        for (const entry of journal.items) {
            const sum = entry.postings.reduce((total, each) => total + each.debit - each.credit, 0);
            assert.equal(sum, 0, entry.id);
        }
        await page.screenshot({ path: join(screenshots, "accounting.png") });
        assert.deepEqual(await axe_findings(page), []);
        await row.getByRole("link").click();
        await page.waitForURL(`**/orders/${order.id}`);
    });

    test("the whole demo year has its screen, in light and dark", async () => {
        await page.goto(at("accounting?period=year"));
        await page.locator("tr[data-entry]").first().waitFor();
        await page.screenshot({ path: join(screenshots, "accounting-year.png") });
        assert.deepEqual(await axe_findings(page), []);
        await page.emulateMedia({ colorScheme: "dark" });
        assert.deepEqual(await axe_findings(page), []);
        await page.emulateMedia({ colorScheme: "light" });
    });

    test("the CSV has a row for each posting and the same rows twice", async () => {
        const today = day();
        await page.goto(at(`accounting?from=${today}&to=${today}`));
        const address = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
        const read = async () => (await page.request.get(new URL(address, program.url).href)).text();
        const text = await read();
        assert.ok(text.includes(invoice().number));
        assert.ok(text.startsWith("entry,booked_on,"));
        assert.equal(await read(), text);
        const journal = await call(page, "GET", api(`accounting/journal?from=${today}&to=${today}&limit=200`));
        const postings = journal.items.flatMap((each) => each.postings).length;
        assert.equal(text.trimEnd().split("\r\n").length, postings + 1);
    });

    test("another chart brings its accounts, and DATEV comes once its numbers are set", async () => {
        await page.goto(at("accounting"));
        await page.getByRole("link", { name: "CSV" }).waitFor();
        await has_count(page.getByRole("link", { name: "DATEV" }), 0);
        await page.getByRole("link", { name: "Accounts" }).click();
        await page.getByRole("combobox", { name: "Chart of accounts" }).selectOption("de_skr03");
        await page.getByText("Saving takes the numbers of this chart").waitFor();
        await page.getByLabel("DATEV consultant number").fill("29098");
        await page.getByLabel("DATEV client number").fill("55003");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saving takes the numbers").waitFor({ state: "detached" });
        assert.equal(await page.getByLabel("Bank", { exact: true }).inputValue(), "1200");
        await page.screenshot({ path: join(screenshots, "settings-accounting.png"), fullPage: true });
        assert.deepEqual(await axe_findings(page), []);
        await page.getByLabel("DATEV client number").fill("5500 3");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Some fields").or(page.locator("[aria-invalid=true]")).first().waitFor();
        await page.getByRole("button", { name: "Discard" }).click();
        const today = day();
        await page.goto(at(`accounting?from=${today}&to=${today}`));
        const address = await page.getByRole("link", { name: "DATEV" }).getAttribute("href");
        const file = await page.request.get(new URL(address, program.url).href);
        assert.ok(file.headers()["content-disposition"].includes("EXTF_Buchungsstapel_"));
        await page.goto(at(`accounting?from=2025-12-01&to=${today}`));
        await page.getByText("DATEV: The file holds one business year").waitFor();
        await has_count(page.getByRole("link", { name: "DATEV" }), 0);
        const lines = (await file.body()).toString("latin1").split("\r\n");
        assert.ok(lines[0].startsWith('"EXTF";700;21;"Buchungsstapel";13;'));
        assert.equal(lines[1].split(";").length, 125);
        assert.ok(lines.slice(2).some((line) => line.includes(`"${invoice().number.replace(/[^\w-]/g, "")}"`)));
    });

    test("the end of a day says what the till took", async () => {
        await page.goto(at("accounting?show=day"));
        await page.getByRole("heading", { name: "Till, terminal, bank" }).waitFor();
        await page.screenshot({ path: join(screenshots, "accounting-day.png") });
        assert.deepEqual(await axe_findings(page), []);
        await page.emulateMedia({ media: "print" });
        await page.screenshot({ path: join(screenshots, "accounting-day-print.png") });
        assert.ok(!(await page.getByRole("button", { name: "Print" }).isVisible()));
        await page.emulateMedia({ media: "screen" });
    });

    test("a phone holds it all", async () => {
        const phone = await signed_in({ viewport: { width: 390, height: 844 } });
        const today = day();
        for (const [name, path, shown] of [
            ["accounting-390", `accounting?from=${today}&to=${today}`, "tr[data-entry]"],
            ["accounting-day-390", "accounting?show=day", ".tables h2"],
            ["settings-accounting-390", "settings/accounting", "main form"],
        ]) {
            await phone.page.goto(at(path));
            await phone.page.locator(shown).first().waitFor();
            await phone.page.screenshot({ path: join(screenshots, `${name}.png`) });
            assert.ok((await overflow(phone.page)) <= 0, name);
            assert.deepEqual(await axe_findings(phone.page), [], name);
        }
        await phone.context.close();
        assert.ok(browser.isConnected());
    });
});
