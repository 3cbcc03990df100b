// The bank screen: a file is taken in, what fits is booked at once, the rest is decided by keys; it looks right in
// light and dark, wide and narrow, in four languages.
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
    screenshots,
    sign_in,
    skip,
} from "./support.mjs";

const account = "FR7630006000011234567890189";
const decimal = (minor) => (minor / 100).toFixed(2);
let entries = 0;
const tag = (name, ...inside) => `<${name}>${inside.join("")}</${name}>`;
function line(minor, text, name, { end_to_end, is_return } = {}) {
    entries += 1;
    const details = tag(
        "TxDtls",
        tag("Refs", tag("EndToEndId", end_to_end ?? "NOTPROVIDED")),
        tag("RltdPties", tag("Dbtr", tag("Pty", tag("Nm", name)))),
        tag("RmtInf", tag("Ustrd", text)),
        is_return ? tag("RtrInf", tag("Rsn", tag("Cd", "AC04"))) : "",
    );
    return tag(
        "Ntry",
        `<Amt Ccy="EUR">${decimal(minor)}</Amt>`,
        tag("CdtDbtInd", is_return ? "DBIT" : "CRDT"),
        tag("Sts", tag("Cd", "BOOK")),
        tag("BookgDt", tag("Dt", "2026-11-20")),
        tag("AcctSvcrRef", `B${entries}`),
        tag("NtryDtls", details),
    );
}
function file(lines) {
    const statement = tag("Stmt", tag("Id", 1), tag("Acct", tag("Id", tag("IBAN", account))), ...lines);
    const space = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    const text = `<Document xmlns="${space}">${tag("BkToCstmrStmt", statement)}</Document>`;
    return { name: "november.xml", mimeType: "application/xml", buffer: Buffer.from(text) };
}

describe("the bank screen", { skip }, () => {
    use_desk();
    const at = () => `${program.url}/shops/${shop.id}/bank`;
    const order = (placed) => call(page, "GET", `/api/v1/shops/${shop.id}/orders/${placed.id}`);
    const take = (lines) => page.locator("input[type=file]").setInputFiles(file(lines));
    const row = (name) => page.locator("tr[data-entry]").filter({ hasText: name });
    let orders;
    before(async () => {
        orders = [];
        for (let at = 0; at < 6; at += 1) orders.push(await place_order(page, shop));
    });

    test("says where a file comes from while there is none", async () => {
        await page.goto(at());
        await page.getByText("download the account statement as camt.053").waitFor();
        await page.screenshot({ path: join(screenshots, "bank-empty.png") });
        assert.deepEqual(await axe_findings(page), []);
        await page
            .locator("input[type=file]")
            .setInputFiles({ name: "x.xml", mimeType: "text/xml", buffer: Buffer.from("<html/>") });
        await page.getByText("The file can’t be read as a bank statement.").waitFor();
    });

    test("C-11: says that nothing is booked by itself while the shop names no account", async () => {
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, { bank_accounts: [] });
        await page.reload();
        await page.getByText("nothing is booked by itself").waitFor();
        await page.screenshot({ path: join(screenshots, "bank-no-account.png") });
        assert.deepEqual(await axe_findings(page), []);
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, { bank_accounts: [{ iban: account }] });
        await page.reload();
        await page.getByText("No bank file yet").waitFor();
        await has_count(page.getByText("nothing is booked by itself"), 0);
    });

    test("C-11, C-17: what fits exactly is booked at once, the rest waits with its reason", async () => {
        const due = orders[0].totals.due;
        await take([
            line(due, `Order ${orders[0].number}`, "Ann Exact"),
            line(due - 500, `Commande ${orders[1].number}`, "Bob Short"),
            line(due + 250, `No ${orders[2].number}`, "Cid Over"),
            line(due * 2 + 100, "pour tout", "Dora Nothing"),
            line(due, `${orders[0].number} encore`, "Ann Exact twice"),
        ]);
        await page.getByText("1 booked · 4 to decide").waitFor();
        assert.equal((await order(orders[0])).payment_status, "paid");
        await row("Bob Short").getByText("€5.00 short").waitFor();
        await row("Cid Over").getByText("€2.50 too much").waitFor();
        await row("Dora Nothing").getByText("No order found").waitFor();
        await row("Ann Exact twice").getByText("already paid: paid twice?").waitFor();
        assert.equal((await order(orders[1])).totals.paid, 0);
        await page.screenshot({ path: join(screenshots, "bank-open.png") });
        assert.deepEqual(await axe_findings(page), []);
    });

    test("A-19: j and a accept a proposal by keys, and undo takes it back", async () => {
        await row("Bob Short").locator("[data-row]").focus();
        await page.keyboard.press("a");
        await page.getByText(`booked on ${orders[1].number}`).waitFor();
        assert.equal((await order(orders[1])).payment_status, "partially_paid");
        await page.getByRole("button", { name: "Undo", exact: true }).click();
        await row("Bob Short").waitFor();
        assert.equal((await order(orders[1])).totals.due, orders[1].totals.due);
    });

    test("s splits over orders that are found while one types, with what is left always in sight", async () => {
        await row("Dora Nothing").locator("[data-row]").focus();
        await page.keyboard.press("s");
        const dialog = page.getByRole("dialog");
        const book = dialog.getByRole("button", { name: /^Book/ });
        assert.ok(await book.isDisabled());
        for (const each of [orders[3], orders[4]]) {
            await dialog.getByRole("combobox").fill(each.number);
            await dialog.getByRole("option").filter({ hasText: each.number }).first().waitFor();
            await page.keyboard.press("Enter");
            await dialog.getByText(each.number, { exact: true }).waitFor();
        }
        await dialog.getByText("€1.00 left to give").waitFor();
        await page.screenshot({ path: join(screenshots, "bank-split.png") });
        assert.deepEqual(await axe_findings(page), []);
        const last = dialog.locator("li input").last();
        await last.fill(decimal(orders[4].totals.due + 100));
        await dialog.getByText("Nothing left to give").waitFor();
        await book.click();
        await dialog.waitFor({ state: "detached" });
        assert.equal((await order(orders[3])).payment_status, "paid");
        assert.equal((await order(orders[4])).totals.owed_back, 100);
    });

    test("d sets aside, and the entry is found again in its list", async () => {
        await row("Cid Over").locator("[data-row]").focus();
        await page.keyboard.press("d");
        await page.getByText("set aside.").waitFor();
        await page.getByRole("link", { name: "Set aside" }).click();
        await row("Cid Over").getByRole("button", { name: "Open again" }).click();
        await row("Cid Over").waitFor({ state: "detached" });
    });

    test("A-11: late money for a removed order leads to the register of removed orders", async () => {
        const gone = await place_order(page, shop);
        await call(page, "DELETE", `/api/v1/shops/${shop.id}/orders/${gone.id}`);
        await page.goto(at());
        await take([line(gone.totals.due, gone.number, "Fay Late")]);
        await row("Fay Late").getByText("order was removed: restore it first").waitFor();
        await has_count(row("Fay Late").getByRole("button", { name: /^Book/ }), 0);
        await row("Fay Late").getByRole("link", { name: gone.number }).click();
        await page.waitForURL("**/removed-orders");
    });

    test("a returned transfer opens its order again", async () => {
        const due = orders[5].totals.due;
        await page.goto(at());
        await take([line(due, orders[5].number, "Eve Back", { end_to_end: "E1" })]);
        await page.getByText("1 booked · 0 to decide").waitFor();
        await take([line(due, "retour", "Eve Back", { end_to_end: "E1", is_return: true })]);
        await page.getByText("1 booked · 0 to decide").waitFor();
        await page.getByRole("link", { name: "Sent back" }).click();
        await row("Eve Back").waitFor();
        assert.equal((await order(orders[5])).totals.due, due);
    });

    test("looks right on a phone, in the dark, in every language", async () => {
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
            await call(opened.page, "PATCH", "/api/v1/session", { language }).catch(() => undefined);
            await opened.page.goto(at());
            await row("x").count();
            await opened.page.locator("tr[data-entry]").first().waitFor();
            assert.ok((await overflow(opened.page)) <= 0, `${language} overflows`);
            assert.deepEqual(await axe_findings(opened.page), []);
            await opened.page.screenshot({ path: join(screenshots, `bank-390-${language}-${scheme}.png`) });
            await opened.context.close();
        }
    });
});
