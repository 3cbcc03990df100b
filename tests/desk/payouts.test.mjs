// Tables of banks and acquirers in the desk: described once, then read by themselves; payouts with their orders, and
// card payments that never came.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { browser, page, program, shop, use_desk } from "./desk.mjs";
import {
    axe_findings,
    call,
    has_count,
    open_page,
    overflow,
    place_order,
    saved,
    screenshots,
    sign_in,
    skip,
} from "./support.mjs";

const account = "FR7630006000011234567890189";
const decimal = (minor) => (minor / 100).toFixed(2);
const french = (minor) => decimal(minor).replace(".", ",");
const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });

describe("tables and payouts", { skip }, () => {
    use_desk();
    const at = (path) => `${program.url}/shops/${shop.id}/${path}`;
    const order_of = (placed) => call(page, "GET", `/api/v1/shops/${shop.id}/orders/${placed.id}`);
    const take = (file) => page.locator("input[type=file]").first().setInputFiles(file);
    const dialog = () => page.getByRole("dialog");
    let order;
    let cards;
    before(async () => {
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, { bank_accounts: [{ iban: account }] });
        order = await place_order(page, shop);
        cards = [];
        for (const reference of ["w-1", "w-2", "w-3"]) {
            const total = order.totals.total;
            const payment = { method: "card", provider: "sandbox", reference, status: "captured", amount: total };
            cards.push(await place_order(page, shop, { payment: undefined, payments: [payment] }));
        }
    });

    test("C-17: an unknown table asks once what its columns are, and shows what that reads", async () => {
        await page.goto(at("bank"));
        const booked = `20/11/2026;VIR ${order.number} Zo\xe9;${french(order.totals.due)};99,00`;
        const head = `Compte;${account}\nDate;Libell\xe9;Montant EUR;Solde`;
        const lines = `${head}\n${booked}\n21/11/2026;Loyer;-800,00;99,00\nTotal;;;\n`;
        await take(csv("releve.csv", lines));
        await dialog().getByText("The first file of this kind").waitFor();
        await dialog().getByRole("cell", { name: "Loyer", exact: true }).first().waitFor();
        assert.equal(await dialog().getByLabel("What “Libellé” holds").inputValue(), "text");
        assert.equal(await dialog().getByLabel("What “Solde” holds").inputValue(), "");
        assert.equal(await dialog().getByLabel("Account", { exact: true }).inputValue(), account);
        await dialog().getByText("1 line without a day or an amount is left out").waitFor();
        await page.screenshot({ path: join(screenshots, "table-dialog.png") });
        assert.deepEqual(await axe_findings(page), []);
        // What is missing is said, and the button waits for it.
        const save = dialog().getByRole("button", { name: "Save and take in the file" });
        await dialog().getByLabel("What “Montant EUR” holds").selectOption("");
        await dialog().getByText("Still needed").waitFor();
        assert.ok(await save.isDisabled());
        await dialog().getByLabel("What “Solde” holds").selectOption("amount");
        await dialog().getByRole("cell", { name: "€99.00" }).first().waitFor();
        await dialog().getByLabel("What “Montant EUR” holds").selectOption("amount");
        assert.equal(await dialog().getByLabel("What “Solde” holds").inputValue(), "", "a field has one column");
        await dialog().getByRole("cell", { name: "-€800.00" }).waitFor();
        await save.click();
        await dialog().waitFor({ state: "detached" });
        await page.getByText("1 booked · 0 to decide").waitFor();
        assert.equal((await order_of(order)).payment_status, "paid");
        // The next file of the kind needs nobody.
        await take(csv("suite.csv", `${lines.split("\n").slice(0, 2).join("\n")}\n22/11/2026;Don;5,00;1,00\n`));
        await page.getByText("suite.csv").first().waitFor();
        await page.getByText("0 booked · 1 to decide").waitFor();
        await has_count(dialog(), 0);
    });

    test("a line that can’t be read is named with its column, and nothing is taken in", async () => {
        await take(csv("faux.csv", `Compte;${account}\nDate;Libell\xe9;Montant EUR;Solde\n99/11/2026;Don;5,00;1,00\n`));
        await page.getByText("Row 3, Date: “99/11/2026” is no date").waitFor();
        await take({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
        await page.getByText("can’t be read as a bank statement").waitFor();
    });

    test("saved layouts are listed, and one is forgotten", async () => {
        await page.getByRole("button", { name: "File layouts" }).click();
        await dialog().getByText(account).waitFor();
        await page.screenshot({ path: join(screenshots, "table-layouts.png") });
        assert.deepEqual(await axe_findings(page), []);
        await dialog().getByRole("button", { name: "Forget the layout" }).click();
        await dialog().getByText("None yet").waitFor();
        await page.keyboard.press("Escape");
    });

    test("C-32: card payments that no payout holds are seen with their age", async () => {
        await page.goto(at("payouts"));
        await page.getByText("No payouts yet").waitFor();
        await page.screenshot({ path: join(screenshots, "payouts-empty.png") });
        assert.deepEqual(await axe_findings(page), []);
        await page.goto(at("payouts?show=missing&days=0"));
        await page.locator(`tr[data-missing="${cards[0].number}"]`).waitFor();
        await page.screenshot({ path: join(screenshots, "payouts-missing.png") });
        assert.deepEqual(await axe_findings(page), []);
        await page.getByLabel("Older than").selectOption("7");
        await page.waitForURL("**days=7");
        await page.locator(`tr[data-missing="${cards[0].number}"]`).waitFor({ state: "detached" });
    });

    test("C-31: an acquirer’s table becomes payouts with their orders", async () => {
        await page.goto(at("payouts"));
        const total = decimal(order.totals.total);
        const lines = ["Payout date,Payout ID,Type,Reference,Order,Gross,Fee"];
        lines.push(
            `2026-11-20,P-77,payment,w-1,,${total},1.00`,
            `2026-11-20,P-77,payment,,${cards[1].number},${total},1.00`,
        );
        lines.push("2026-11-20,P-77,payment,w-9,,5.00,0.00", "2026-11-20,P-77,fee,,,-0.50,");
        await take(csv("worldline.csv", `${lines.join("\n")}\n`));
        await dialog().getByText("The first payout file").waitFor();
        assert.ok(await dialog().getByRole("button", { name: "Save and take in the file" }).isDisabled());
        await dialog().getByLabel("Payment service", { exact: true }).fill("sandbox");
        await page.screenshot({ path: join(screenshots, "payouts-dialog.png") });
        assert.deepEqual(await axe_findings(page), []);
        await dialog().getByRole("button", { name: "Save and take in the file" }).click();
        await dialog().waitFor({ state: "detached" });
        await page.getByText("1 new payout").waitFor();
        const row = page.locator('tr[data-payout="P-77"]');
        await row.getByText("1 without an order").waitFor();
        await page.screenshot({ path: join(screenshots, "payouts.png") });
        assert.deepEqual(await axe_findings(page), []);
        await row.locator("[data-row]").click();
        await page.getByRole("link", { name: cards[1].number, exact: true }).waitFor();
        await page.getByText("1 payment of this payout belongs to no order we know").waitFor();
        await page.screenshot({ path: join(screenshots, "payout.png") });
        assert.deepEqual(await axe_findings(page), []);
    });

    test("C-31: its entry in the bank is booked as the payout and taken back again", async () => {
        const [payout] = (await call(page, "GET", `/api/v1/shops/${shop.id}/payouts`)).items;
        await page.goto(at("bank"));
        await take(csv("banque.csv", `Date;Libell\xe9;Montant EUR\n20/11/2026;REMISE CB;${french(payout.amount)}\n`));
        await dialog().getByRole("button", { name: "Save and take in the file" }).click();
        await page.getByText("1 payouts · 0 to decide").or(page.getByText("· 1 payouts")).first().waitFor();
        await page.goto(at("bank?show=booked"));
        await page.getByRole("link", { name: "Payout of sandbox" }).waitFor();
        await page.getByRole("link", { name: "Payout of sandbox" }).click();
        await page.getByText("REMISE CB").waitFor();
        await page.getByRole("button", { name: "Not arrived after all" }).click();
        await page.getByRole("button", { name: /^Book .* here$/ }).waitFor();
        await page.screenshot({ path: join(screenshots, "payout-may-be.png") });
        await page.getByRole("button", { name: /^Book .* here$/ }).click();
        await page.getByText("In the bank").first().waitFor();
        assert.equal((await call(page, "GET", `/api/v1/shops/${shop.id}/payouts/${payout.id}`)).arrived, true);
    });

    test("A-19: the tolerance and the bank’s days are settings", async () => {
        await page.goto(at("settings/bank"));
        await page.getByLabel("Tolerance in EUR").fill("0.05");
        await page.getByLabel("Holidays").selectOption("swiss");
        await page.getByRole("button", { name: "Add a day" }).click();
        await page.getByLabel("Closed day 1", { exact: true }).fill("2026-12-24");
        await page.screenshot({ path: join(screenshots, "settings-bank.png") });
        assert.deepEqual(await axe_findings(page), []);
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await saved(page);
        const { settings } = await call(page, "GET", `/api/v1/shops/${shop.id}`);
        assert.equal(settings.bank_tolerance, 5);
        assert.deepEqual(settings.bank_days, { holidays: "swiss", closed: ["2026-12-24"] });
        // Three cents less pay the order by themselves now, and stay due.
        const placed = await place_order(page, shop);
        await page.goto(at("bank"));
        await take(
            csv(
                "ecart.csv",
                `Date;Libell\xe9;Montant EUR\n23/11/2026;VIR ${placed.number};${french(placed.totals.due - 3)}\n`,
            ),
        );
        await page.getByText("1 booked · 0 to decide").waitFor();
        assert.equal((await order_of(placed)).totals.due, 3);
    });

    test("looks right on a phone, in the dark, in every language", async () => {
        const [payout] = (await call(page, "GET", `/api/v1/shops/${shop.id}/payouts`)).items;
        for (const [language, scheme] of [
            ["de", "light"],
            ["fr", "dark"],
            ["da", "light"],
            ["en", "dark"],
        ]) {
            const opened = await open_page(browser, {
                viewport: { width: 390, height: 844 },
                colorScheme: scheme,
                locale: language,
            });
            await sign_in(opened.page, program);
            await call(opened.page, "PATCH", "/api/v1/session", { language });
            for (const [name, path, there] of [
                ["payouts", "payouts", "tr[data-payout]"],
                ["payout", `payouts/${payout.id}`, "tfoot"],
                ["missing", "payouts?show=missing&days=0", "tr[data-missing]"],
            ]) {
                await opened.page.goto(at(path));
                await opened.page.locator(there).first().waitFor();
                assert.ok((await overflow(opened.page)) <= 0, `${name} overflows in ${language}`);
                assert.deepEqual(await axe_findings(opened.page), []);
                await opened.page.screenshot({ path: join(screenshots, `${name}-390-${language}-${scheme}.png`) });
            }
            await opened.context.close();
        }
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
    });
});
