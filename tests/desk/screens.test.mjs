// Customers, articles with stock, pick and supplier lists, statistics in the browser: they do what they say, and look
// right in light and dark, wide and narrow.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
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

describe("customers, stock and statistics", { skip }, () => {
    let program;
    let browser;
    let shop;
    let order;
    let customer;
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
        const { page, context } = await signed_in();
        shop = await shop_of(page, "web-shop");
        await call(page, "POST", `/api/v1/shops/${shop.id}/articles`, {
            sku: "SHORT-1",
            name: "A thing that is short",
            price: 500,
            supplier: "Poterie du Lac",
            stock: 1,
        });
        order = await place_order(page, shop, {
            lines: [{ sku: "SHORT-1", name: "A thing that is short", kind: "goods", quantity: 3, unit_price: 500 }],
        });
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/mark-paid`, {});
        const email = encodeURIComponent(order.buyer.email);
        customer = (await call(page, "GET", `/api/v1/shops/${shop.id}/customers?email=${email}`)).items[0];
        await context.close();
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });

    async function signed_in(options) {
        const opened = await open_page(browser, options);
        await sign_in(opened.page, program);
        return opened;
    }
    const at = (screen) => `${program.url}/shops/${shop.id}/${screen}`;
    const saved = (page) => page.getByText("Saved").first().waitFor();

    test("an order leads to its buyer's record, which is edited and lists the order", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at(`orders/${order.id}`));
        await page.getByText("only 1 in the house").waitFor();
        await page.getByRole("link", { name: "Customer’s record and history" }).click();
        await page.waitForURL(`**/customers/${customer.id}`);
        await page.getByRole("link", { name: order.number, exact: true }).waitFor();
        await page.getByLabel("Notes, for the shop only").fill("Rings twice");
        await page.getByLabel(/May pay on invoice/).check();
        // Somebody else was faster: what was typed stays, and sending again keeps both changes.
        await call(page, "PATCH", `/api/v1/shops/${shop.id}/customers/${customer.id}`, { company: "Elsewhere" });
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByRole("alert").waitFor();
        assert.equal(await page.getByLabel("Notes, for the shop only").inputValue(), "Rings twice");
        await page.getByRole("button", { name: "Save" }).click();
        await saved(page);
        const now = await call(page, "GET", `/api/v1/shops/${shop.id}/customers/${customer.id}`);
        assert.deepEqual([now.notes, now.invoice_allowed, now.company], ["Rings twice", true, "Elsewhere"]);
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("a double is found by its e-mail and merged", async () => {
        const { page, context, faults } = await signed_in();
        const double = await place_order(page, shop, { buyer: { name: "Double", email: "double@example.org" } });
        await page.goto(at("customers?q=double@"));
        await page.getByRole("link", { name: "Double", exact: true }).click();
        const merging = page.getByLabel("E-mail of the customer that stays");
        await merging.fill("nobody@example.org");
        await page.getByRole("button", { name: "Find" }).click();
        await page.getByText("No other customer has this address.").waitFor();
        await merging.fill(order.buyer.email);
        await page.getByRole("button", { name: "Find" }).click();
        await page.getByRole("button", { name: /^Merge into/ }).click();
        await page.waitForURL(`**/customers/${customer.id}`);
        await page.getByRole("link", { name: double.number, exact: true }).waitFor();
        await page.getByText("Also known as: double@example.org").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("an article is made, counted and short", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("articles"));
        await page.getByRole("button", { name: "New article" }).click();
        await page.getByRole("textbox", { name: "SKU" }).fill("NEW-1");
        await page.getByRole("dialog").getByLabel("Name").fill("New thing");
        await page.getByLabel(/^Price/).fill("12,3x");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("This is no amount.").waitFor();
        await page.getByLabel(/^Price/).fill("12.50");
        await page.getByLabel("In the house").fill("7");
        await page.getByRole("button", { name: "Save" }).click();
        await saved(page);
        await page.getByRole("searchbox").fill("new-1");
        await page.getByRole("row", { name: /NEW-1.*12\.50.*7.*0.*7/ }).waitFor();
        await page.getByRole("link", { name: "To order from suppliers" }).click();
        await page.getByRole("heading", { name: "Poterie du Lac" }).waitFor();
        await page.getByRole("row", { name: /SHORT-1.*2.*1.*3/ }).waitFor();
        await page.getByRole("link", { name: "Pick list" }).click();
        await page.getByRole("row", { name: new RegExp(`SHORT-1.*3.*1.*${order.number}`) }).waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("statistics answer what they are asked", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("statistics"));
        await page.getByRole("rowheader", { name: "Sum" }).waitFor();
        await page.getByLabel("Row for each").selectOption("item");
        await page.getByRole("button", { name: "Show" }).click();
        await page.getByRole("link", { name: "A thing that is short" }).click();
        await page.waitForURL(/item=A\+thing/);
        await page.getByRole("link", { name: order.number, exact: true }).first().waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    for (const colorScheme of ["light", "dark"])
        for (const width of [1440, 390])
            test(`${colorScheme}, ${width} px: nothing overflows and axe finds nothing`, async () => {
                const viewport = { width, height: width === 390 ? 844 : 900 };
                const { page, context, faults } = await signed_in({ viewport, colorScheme });
                for (const [name, address] of [
                    ["customers", "customers"],
                    ["customer", `customers/${customer.id}`],
                    ["articles", "articles"],
                    ["pick-list", "pick-list"],
                    ["supplier-list", "supplier-list"],
                    ["statistics", "statistics"],
                ]) {
                    await page.goto(at(address));
                    await page.locator("main tbody tr").first().waitFor();
                    assert.ok((await overflow(page)) <= 0, `${name} overflows`);
                    await page.screenshot({ path: `${screenshots}/${name}-${width}-${colorScheme}.png` });
                    assert.deepEqual(await axe_findings(page), [], name);
                }
                assert.deepEqual(faults, []);
                await context.close();
            });
});
