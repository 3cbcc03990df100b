// The order page and the people around it: customer, properties, state, two at one order, and what becomes of typed
// words when somebody else was quicker, the session ended or the line broke.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser, page, program, shop, use_desk } from "./desk.mjs";
import { act, api, closed, dialog, leaving, now, open_order, pictures, region, verb } from "./order_page.mjs";
import { axe_findings, call, has_count, place_order, screenshots, shop_of, skip } from "./support.mjs";

describe("the order page and the people around it", { skip }, () => {
    // One test cuts the line, and the browser logs that.
    use_desk(/ERR_INTERNET_DISCONNECTED/);

    test("O-09, O-10, O-11: the customer's name writes, the history shows their orders, the record opens", async () => {
        const buyer = { name: "Regular Rosa", email: `rosa-${process.pid}@example.org` };
        const first = await place_order(page, shop, { buyer });
        const order = await place_order(page, shop, { buyer });
        await open_order(order);
        const customer = region("Customer");
        await customer.getByText("1 other open order").waitFor();
        await customer.getByRole("link", { name: first.number }).first().waitFor();
        await customer.getByRole("button", { name: "Orders of this customer" }).click();
        const history = page.getByRole("group", { name: "Orders of this customer" });
        await history.getByRole("link", { name: order.number }).waitFor();
        await has_count(history.locator("li"), 2);
        await pictures("customer-history");
        await page.keyboard.press("Escape");
        await customer.getByRole("button", { name: buyer.name }).click();
        assert.equal(await dialog().getByLabel("To", { exact: true }).inputValue(), buyer.email);
        await page.keyboard.press("Escape");
        await customer.getByRole("link", { name: "Edit the customer’s record" }).click();
        await page.getByRole("heading", { level: 1, name: buyer.name }).waitFor();
    });

    test("A-09: the delivery's wording and the outside reference are edited, also after the invoice", async () => {
        const taken = await place_order(page, shop);
        const order = await place_order(page, shop);
        await act(order, "invoice");
        await open_order(order);
        await page.keyboard.press("e");
        await dialog().getByLabel("Wording of the delivery").fill("Parcel with signature");
        await dialog().getByLabel("Outside reference").fill(taken.external_id);
        await pictures("edit");
        await verb("Save 2 changes").click();
        await dialog().getByRole("alert").waitFor();
        assert.equal(await dialog().getByLabel("Outside reference").getAttribute("aria-invalid"), "true");
        await dialog().getByLabel("Outside reference").fill(`paper-${process.pid}`);
        await dialog().getByLabel("Outside reference").press("Enter");
        await closed();
        const properties = region("Properties");
        await properties.getByText("Parcel with signature").waitFor();
        await properties.getByText(`paper-${process.pid}`).waitFor();
        const after = await now(order);
        assert.equal(after.totals.total, order.totals.total);
        assert.equal(after.shipping.amount, order.shipping.amount);
    });

    test("C-26, A-05: “sent” asks about the mail and has three answers", async () => {
        const swiss = await shop_of(page, "swiss-shop");
        const pick = async () => {
            const order = await place_order(page, swiss);
            await act(order, "mark-paid", {}, swiss);
            await open_order(order, swiss);
            await page.getByLabel("State of the order").selectOption({ label: "Sent" });
            await dialog().getByText("Shall the customer get a mail about it?").waitFor();
            await dialog().getByText(`will leave to ${order.buyer.email}`).waitFor();
            return order;
        };
        const aborted = await pick();
        await pictures("sent-question");
        await verb("Cancel").click();
        assert.equal((await now(aborted, swiss)).state.id, aborted.state.id, "abort leaves all as it was");
        const silent = await pick();
        const mails = await leaving(silent, swiss);
        await verb("Without mail").click();
        await closed();
        assert.equal((await now(silent, swiss)).state.stage, "shipped");
        assert.equal(await leaving(silent, swiss), mails, "no mail leaves");
        const told = await pick();
        await verb("and send mail").click();
        await closed();
        assert.equal((await now(told, swiss)).state.stage, "shipped");
        assert.equal(await leaving(told, swiss), mails + 1, "one does");
    });

    test("D-09, D-10: a choice applies at once, and the order's own switch decides over the mail", async () => {
        const nordic = await shop_of(page, "nordic-shop");
        const order = await place_order(page, nordic);
        const mails = await leaving(order, nordic);
        await open_order(order, nordic);
        const state = region("State");
        await state.getByText("will leave to").waitFor();
        await state.getByLabel("Mail the buyer when the state changes").uncheck();
        await state.getByText("will not leave").waitFor();
        assert.equal((await now(order, nordic)).notify_on_state, false);
        const next = nordic.states.find((each) => each.stage === "processing");
        await page.getByLabel("State of the order").selectOption({ label: next.label });
        await page.getByText(`Now: ${next.label}`).waitFor();
        assert.equal(await leaving(order, nordic), mails, "switched off means no mail");
        const other = await place_order(page, nordic);
        const before = await leaving(other, nordic);
        await open_order(other, nordic);
        await page.getByLabel("State of the order").selectOption({ label: next.label });
        await page.getByText(`Now: ${next.label}`).waitFor();
        assert.equal(await leaving(other, nordic), before + 1, "switched on means one");
    });

    test("X-01, P-27: in each of the six profiles the dialog says beforehand whether a mail will leave", async () => {
        const profiles = ["neutral", "client-gallery", "web-shop", "swiss-shop", "event-registration", "nordic-shop"];
        for (const profile of profiles) {
            const own = await shop_of(page, profile);
            const order = await place_order(page, own);
            await open_order(order, own);
            const before = (await now(order, own)).state.id;
            await page.keyboard.press("s");
            await dialog()
                .getByText(/will leave to|will not leave|No mail will leave/)
                .first()
                .waitFor();
            await page.screenshot({ path: `${screenshots}/state-${profile}-1440.png` });
            await page.keyboard.press("Escape");
            await closed();
            assert.equal((await now(order, own)).state.id, before, `${profile}: only the button applies it`);
        }
    });

    test("two people edit one order: each field is chosen, nothing typed is lost", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("e");
        await dialog().getByLabel("Phone").fill("mine");
        await dialog().getByLabel("City").fill("Lyon");
        await api("PATCH", `/orders/${order.id}`, { buyer: { phone: "theirs", company: "Theirs SARL" } });
        await verb("Save 2 changes").click();
        const merge = dialog().getByRole("alert");
        await merge.getByText("Demo changed this order").waitFor();
        await merge.getByText("Taken over: Company").waitFor();
        assert.ok(await merge.getByLabel("mine").isChecked(), "what was typed stands");
        assert.equal(await dialog().getByLabel("Company").inputValue(), "Theirs SARL");
        assert.deepEqual(await axe_findings(page), []);
        await pictures("merge");
        await merge.getByLabel("theirs").check();
        await verb("Save 1 change").click();
        await closed();
        const after = await now(order);
        assert.deepEqual([after.buyer.phone, after.buyer.company], ["theirs", "Theirs SARL"]);
        assert.equal(after.billing_address.city, "Lyon");
    });

    test("a session that ends under a changed content asks again and keeps every line", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("v");
        await dialog().getByLabel("Qty").first().fill("7");
        await verb("Confirm – €79.96 more").waitFor();
        await page.context().clearCookies();
        await verb("Confirm – €79.96 more").click();
        const again = page.getByRole("dialog", { name: "Please sign in again" });
        await again.locator("input[name=password]").fill(program.password);
        await again.getByRole("button", { name: "Sign in" }).click();
        await again.waitFor({ state: "detached" });
        await closed();
        assert.equal((await now(order)).lines[0].quantity, 7);
    });

    test("without a connection a write says so and keeps the words", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("c");
        const field = page.getByLabel("Internal note");
        await field.fill("Typed on the train");
        await page.context().setOffline(true);
        await page.getByRole("button", { name: "Save note" }).click();
        await page.getByText("The program cannot be reached.").waitFor();
        assert.equal(await field.inputValue(), "Typed on the train");
        await page.context().setOffline(false);
        await page.getByRole("button", { name: "Save note" }).click();
        await region("Timeline").getByText("Typed on the train").waitFor();
    });

    test("previous and next go on over the edge of the list's page", async () => {
        await page.goto(`${program.url}/orders`);
        const rows = page.locator("a[data-row]");
        // The rows out of sight follow when the page is idle.
        await rows.nth(49).waitFor();
        const last = await rows.last().innerText();
        await rows.last().click();
        await page.getByRole("heading", { level: 1, name: last, exact: true }).waitFor();
        await page
            .getByRole("navigation", { name: "The list you came from" })
            .getByText(/^50 of /)
            .waitFor();
        await page.keyboard.press("]");
        await page.getByRole("heading", { level: 1 }).filter({ hasNotText: last }).waitFor();
        await page
            .getByRole("navigation", { name: "The list you came from" })
            .getByText(/^1 of /)
            .waitFor();
        await page.keyboard.press("[");
        await page.getByRole("heading", { level: 1, name: last, exact: true }).waitFor();
        await page.keyboard.press("u");
        await rows.first().waitFor();
    });

    test("C-10: what is in the house stands beside what is still to ship", async () => {
        const { items } = await api("GET", "/articles?limit=100");
        const counted = items.find((article) => article.available > 0 && article.kind === "goods");
        const order = await place_order(page, shop, {
            lines: [{ sku: counted.sku, name: counted.name, quantity: 1, unit_price: 500, tax_rate: "20" }],
        });
        await open_order(order);
        await region("Items")
            .getByText(/in the house/)
            .waitFor();
    });

    test("a key whose action is not allowed says why", async () => {
        const order = await place_order(page, shop);
        await act(order, "mark-paid");
        await open_order(order);
        await page.keyboard.press("m");
        await page.getByRole("status").getByText("Nothing is due: the order is already paid.").waitFor();
        await has_count(dialog(), 0);
    });

    test("in Danish: a cheque is paid, a ticket cancelled, the content changed, all by keyboard", async () => {
        await call(page, "PATCH", "/api/v1/session", { language: "da" });
        try {
            const order = await place_order(page, shop);
            await open_order(order);
            await page.getByRole("group", { name: "Næste skridt" }).waitFor();
            await page.keyboard.press("m");
            await dialog().getByLabel("Beløb").waitFor();
            await page.keyboard.press("Control+Enter");
            await closed();
            assert.equal((await now(order)).totals.due, 0);
            await page.keyboard.press("v");
            await dialog().getByLabel("Tilføj en vare: SKU eller navn").waitFor();
            await pictures("revise-da");
            await page.keyboard.press("Escape");
            await page.keyboard.press("e");
            await dialog().getByLabel("Leveringens ordlyd").waitFor();
            await page.keyboard.press("Escape");
        } finally {
            await call(page, "PATCH", "/api/v1/session", { language: "en" });
        }
    });
});
