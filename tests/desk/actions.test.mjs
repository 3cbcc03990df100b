// Every action of the order engine in a real browser: shown beforehand, done, and told on the timeline. Each dialog is
// pictured wide and on a phone.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { axe_findings, call, has_count, overflow, place_order, screenshots, shop_of, skip } from "./support.mjs";

describe("actions on orders", { skip }, () => {
    use_desk();

    const api = (method, path, body) => call(page, method, `/api/v1/shops/${shop.id}${path}`, body);
    const now = (order) => api("GET", `/orders/${order.id}`);
    const pay = (order) => api("POST", `/orders/${order.id}/actions/mark-paid`, {});
    const open_order = async (order) => {
        await page.goto(`${program.url}/shops/${shop.id}/orders/${order.id}`);
        await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
    };
    const dialog = () => page.getByRole("dialog");
    const from_menu = async (name) => {
        await page.getByRole("button", { name: "Actions", exact: true }).click();
        await page.getByRole("group", { name: "Actions" }).getByRole("button", { name }).first().click();
        await dialog().waitFor();
    };
    /** The dialog's own verb; it is pressed once the preview has come. */
    const verb = (name) => dialog().getByRole("button", { name });
    const closed = () => dialog().waitFor({ state: "detached" });
    const pictures = async (name) => {
        await page.screenshot({ path: `${screenshots}/${name}-1440.png` });
        await page.setViewportSize({ width: 390, height: 844 });
        await page.screenshot({ path: `${screenshots}/${name}-390.png` });
        assert.ok((await overflow(page)) <= 0, `${name} is wider than a phone`);
        await page.setViewportSize({ width: 1440, height: 900 });
    };
    const tells = (text) => page.locator("li .text", { hasText: text }).first().waitFor();

    test("a refund shows its sum while it is chosen, and gives back just that", async () => {
        const order = await place_order(page, shop);
        await pay(order);
        await open_order(order);
        await page.keyboard.press("f");
        await dialog().getByText("Choose items, shipping or an amount.").waitFor();
        assert.ok(await verb("Refund").isDisabled());
        await dialog().getByLabel("Stoneware mug").fill("2");
        await verb("Refund €39.98").waitFor();
        await dialog().getByText("Done outside").waitFor();
        await dialog().getByLabel("Another amount").fill("30");
        await verb("Refund €30.00").waitFor();
        await dialog().getByLabel("Another amount").fill("");
        await dialog().getByLabel("Notify the customer by e-mail").check();
        await dialog().getByText(`will leave to ${order.buyer.email}`).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("refund");
        const before = await now(order);
        await verb("Refund €39.98").click();
        await closed();
        await tells("€39.98 given back outside and recorded · 2 × Stoneware mug");
        const after = await now(order);
        assert.equal(before.totals.refunded, 0, "the preview books nothing");
        assert.equal(after.totals.refunded, 3998);
        assert.equal(after.lines.find((line) => line.sku === "MUG-1").refunded, 2);
    });

    test("an amount opens into the rows behind it", async () => {
        const order = await place_order(page, shop);
        await pay(order);
        await api("POST", `/orders/${order.id}/actions/refund`, { amount: 500 });
        await open_order(order);
        await page.getByRole("button", { name: /^Refunded: €5\.00/ }).click();
        const panel = page.getByRole("group", { name: /^Refunded: €5\.00/ });
        await panel.getByText("€5.00").first().waitFor();
        await pictures("amount");
        await page.keyboard.press("Escape");
    });

    test("some of an order is cancelled, its goods go back to stock, and what is owed back is told", async () => {
        const order = await place_order(page, shop);
        await pay(order);
        await open_order(order);
        await from_menu(/^Cancel/);
        await dialog().getByLabel("Only some of it").check();
        await dialog().getByLabel("Stoneware mug").fill("1");
        assert.ok(await dialog().getByLabel("Put back in stock").isChecked());
        await dialog().getByText("€19.99 is owed back then.").waitFor();
        await dialog().getByLabel("Reason, for colleagues").fill("One broke in the store");
        await pictures("cancel");
        await verb("Cancel the chosen").click();
        await closed();
        await tells("Cancelled – €19.99");
        const after = await now(order);
        assert.equal(after.totals.owed_back, 1999);
        assert.equal(after.summary.status, "partial");
        await page.getByText("One broke in the store").waitFor();
    });

    test("an order leaves in two parcels, and a part of it comes back", async () => {
        const order = await place_order(page, shop);
        await pay(order);
        await open_order(order);
        await page.getByRole("button", { name: "Ship", exact: true }).click();
        await dialog().getByLabel("Desk lamp, oak").fill("0");
        await dialog().getByLabel("Stoneware mug").fill("2");
        await dialog().getByLabel("Tracking number").fill("PN 123");
        await verb("Ship 2 items").waitFor();
        await pictures("ship");
        await verb("Ship 2 items").click();
        await closed();
        await tells("Parcel recorded · 2 × Stoneware mug");
        await page.getByRole("button", { name: "Ship", exact: true }).click();
        await dialog().getByLabel("Only the label so far").check();
        await verb("Print the label for 2 items").click();
        await closed();
        const second = page.getByRole("listitem").filter({ hasText: "Parcel 2" });
        await second.getByRole("button", { name: "Record hand-over" }).click();
        await second.getByText("Handed over").waitFor();
        await second.getByRole("button", { name: "Tracking" }).click();
        await dialog().getByLabel("Tracking number").fill("PN 124");
        await verb("Save").click();
        await closed();
        await second.getByText("PN 124").waitFor();
        await page.getByRole("button", { name: "Record return" }).click();
        await dialog().getByLabel("Stoneware mug").fill("1");
        await pictures("return");
        await verb("Record what came back").click();
        await closed();
        await tells("Goods came back · 1 × Stoneware mug");
        const after = await now(order);
        assert.equal(after.shipments.length, 2);
        assert.equal(after.lines.find((line) => line.sku === "MUG-1").returned, 1);
        await pictures("parcels");
    });

    test("another content is kept as a draft, opened again, confirmed, and says its difference", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await from_menu("Change content");
        const lines = dialog().getByRole("listitem");
        await lines.nth(0).getByLabel("Qty").fill("5");
        await verb("Confirm – €39.98 more").waitFor();
        await dialog().getByRole("button", { name: "Add a line" }).click();
        await lines.nth(2).getByLabel("Item", { exact: true }).fill("Gift wrap");
        await lines.nth(2).getByLabel("Price").fill("2,50");
        await verb("Confirm – €42.48 more").waitFor();
        await pictures("revise");
        await dialog().getByRole("button", { name: "Keep as a draft" }).click();
        await closed();
        assert.equal((await now(order)).totals.total, order.totals.total, "a draft changes nothing");
        await page.getByRole("button", { name: "Open the draft" }).click();
        await verb("Confirm – €42.48 more").waitFor();
        await dialog()
            .getByText(/Draft by/)
            .waitFor();
        await verb("Confirm – €42.48 more").click();
        await closed();
        await tells("Content changed");
        const after = await now(order);
        assert.equal(after.totals.total, order.totals.total + 4248);
        assert.equal(after.revision, 2);
        assert.equal(after.has_draft, false);
    });

    test("a change of state is taken back while it is held", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("s");
        await dialog().getByLabel("New state").selectOption({ label: "To prepare" });
        await verb("Change to To prepare").click();
        await closed();
        const bar = page.getByRole("status").filter({ hasText: "Undo" });
        await bar.waitFor();
        await pictures("undo");
        await bar.getByRole("button", { name: "Undo" }).click();
        await tells("Undone: To prepare → Received");
        assert.equal((await now(order)).state.id, "received");
        await bar.waitFor({ state: "detached" });
    });

    test("the order is shown as it was at an event, and offers nothing then", async () => {
        const order = await place_order(page, shop);
        await pay(order);
        await open_order(order);
        await page.getByRole("link", { name: /The order as it was after: Order placed/ }).click();
        await page.getByText("You look back").waitFor();
        await has_count(page.getByRole("button", { name: "Actions", exact: true }), 0);
        await page.getByText("No money has come in yet.").waitFor();
        await pictures("as-it-was");
        await page.getByRole("link", { name: "Back to today" }).click();
        await page.getByRole("button", { name: "Actions", exact: true }).waitFor();
    });

    test("an order is removed, stands in the register, and comes back", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await from_menu("Remove");
        await dialog().getByLabel("Reason, for colleagues").fill("Placed twice");
        await pictures("remove");
        await verb("Remove").click();
        await page.waitForURL(`**/shops/${shop.id}/orders`);
        await page.getByRole("link", { name: "Removed orders" }).click();
        const row = page.getByRole("row").filter({ hasText: order.number });
        await row.getByText("Placed twice").waitFor();
        await pictures("removed-orders");
        await row.getByRole("button", { name: `Restore order ${order.number}` }).click();
        await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
        await tells(`Order ${order.number} restored`);
    });

    test("many orders: what would happen first, then each with its own answer", async () => {
        const orders = [];
        for (let n = 0; n < 3; n += 1) orders.push(await place_order(page, shop));
        await pay(orders[1]);
        await page.goto(`${program.url}/shops/${shop.id}/orders`);
        for (const order of orders) await page.getByLabel(`Select order ${order.number}`).check();
        await page.keyboard.press("b");
        await dialog().getByLabel("What is to be done?").selectOption({ label: "Mark as paid" });
        await dialog().getByText("Nothing is due: the order is already paid.").waitFor();
        await dialog().getByText("Money that would move").waitFor();
        await pictures("bulk");
        await verb("Mark 2 orders as paid").click();
        await dialog().getByText("2 done, 1 not changed").waitFor();
        await dialog().getByRole("link", { name: orders[1].number }).waitFor();
        await pictures("bulk-done");
        await verb("Close").last().click();
        for (const order of orders) assert.equal((await now(order)).totals.due, 0);
    });

    test("an order is taken by telephone: kept as a draft, then placed", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/new-order`);
        await page.getByRole("heading", { level: 1, name: "New order" }).waitFor();
        await page.getByRole("button", { name: "Place the order" }).click();
        await page.getByText("An order needs the buyer’s e-mail address.").waitFor();
        await page.getByRole("textbox", { name: "Buyer", exact: true }).fill("Ann Caller");
        await page.getByRole("textbox", { name: "E-mail" }).fill("ann.caller@example.org");
        const line = page
            .getByRole("listitem")
            .filter({ has: page.getByLabel("SKU") })
            .first();
        await line.getByLabel("Item", { exact: true }).fill("Postcard");
        await line.getByLabel("Price").fill("1.50");
        await line.getByLabel("Qty").fill("4");
        await line.getByLabel("Tax %").fill("20");
        // The total is the server's, tax and all.
        const sum = page.locator(".sum", { hasText: "Total" });
        await sum.getByText("€6.00").waitFor();
        await page.getByLabel("Prices include tax").uncheck();
        await sum.getByText("€7.20").waitFor();
        await page.getByLabel("Prices include tax").check();
        await sum.getByText("€6.00").waitFor();
        await page.getByText("ann.caller@example.org").last().waitFor();
        await pictures("new-order");
        await page.getByRole("button", { name: "Keep as a draft" }).click();
        await page.getByRole("button", { name: "Place order" }).click();
        await verb("Place order").click();
        await closed();
        await tells("Order placed – €6.00");
    });

    test("a message in the operator's own words is previewed and queued", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await from_menu("Write e-mail");
        await dialog().getByLabel("Message").fill("We found your **umbrella**.");
        await dialog().getByText(`will leave to ${order.buyer.email}`).waitFor();
        await pictures("write");
        await verb("Send mail").click();
        await closed();
        await tells("Mail asked for: Message");
        await page.locator("strong", { hasText: "umbrella" }).first().waitFor();
    });

    test("tickets: access is blocked, one is cancelled for good, and its refund is promised", async () => {
        const events = await shop_of(page, "event-registration");
        const tickets = {
            lines: [
                {
                    name: "Day pass",
                    kind: "ticket",
                    quantity: 2,
                    unit_price: 5000,
                    tax_rate: "5.5",
                    attendees: [
                        { name: "Ada One", email: "ada@example.org" },
                        { name: "Ben Two", email: "ben@example.org" },
                    ],
                },
            ],
            shipping: undefined,
        };
        const order = await place_order(page, events, tickets);
        const path = `/api/v1/shops/${events.id}/orders/${order.id}`;
        await call(page, "POST", `${path}/actions/mark-paid`, {});
        await page.goto(`${program.url}/shops/${events.id}/orders/${order.id}`);
        await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
        await from_menu("Block access");
        await dialog()
            .getByLabel(/Ada One/)
            .check();
        await verb("Block access").click();
        await closed();
        await tells("Access blocked · Ada One");
        await from_menu(/^Cancel/);
        await dialog().getByLabel("Only some of it").check();
        await dialog()
            .getByLabel(/Ben Two/)
            .check();
        await dialog().getByText("A cancelled ticket never comes back to life.").waitFor();
        await pictures("cancel-tickets");
        await verb("Cancel the chosen").click();
        await closed();
        await tells("Cancelled – €50.00");
        await page.keyboard.press("f");
        await dialog()
            .getByLabel(/Ben Two/)
            .check();
        await dialog().getByText("Promised").waitFor();
        await pictures("refund-tickets");
        await verb("Refund €50.00").click();
        await closed();
        await page.getByRole("status").getByText("Refund of €50.00 promised").waitFor();
        await tells("Refund of €50.00 promised");
        await from_menu("Mark as refunded");
        await verb("Record €50.00 as given back").click();
        await closed();
        await tells("€50.00 given back outside and recorded");
        assert.equal((await call(page, "GET", path)).totals.refunded, 5000);
        await pictures("tickets");
    });

    test("what may not be done is in the menu with its reason", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.getByRole("button", { name: "Actions", exact: true }).click();
        const menu = page.getByRole("group", { name: "Actions" });
        await menu.getByRole("button", { name: /^Refund.*No money has been taken/ }).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("menu");
        await page.keyboard.press("Escape");
    });

    test("the dialogs are in the operator's language, and fit a phone in the widest", async () => {
        const order = await place_order(page, shop);
        await pay(order);
        for (const [language, word] of [
            ["fr", "Actions"],
            ["da", "Handlinger"],
            ["de", "Aktionen"],
        ]) {
            await call(page, "PATCH", "/api/v1/session", { language });
            await page.setViewportSize({ width: 390, height: 844 });
            await open_order(order);
            for (const id of ["f"]) {
                await page.keyboard.press(id);
                await dialog().waitFor();
                const words = await dialog().innerText();
                assert.ok(!/\b[a-z_]+\.[a-z_]+\b(?!\.)/.test(words.replace(/\S+@\S+/g, "")), `a raw key in ${words}`);
                await page.screenshot({ path: `${screenshots}/refund-${language}-390.png` });
                assert.ok((await overflow(page)) <= 0);
                await page.keyboard.press("Escape");
            }
            await page.getByRole("button", { name: word, exact: true }).click();
            await page.getByRole("group", { name: word }).getByRole("button").last().waitFor();
            await page.screenshot({ path: `${screenshots}/menu-${language}-390.png` });
            await page.keyboard.press("Escape");
        }
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
    });
});
