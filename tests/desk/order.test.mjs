// The order page all day long: what it says at a glance, what may be done from it, and how few presses the daily jobs
// take.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { page, shop, use_desk } from "./desk.mjs";
import { act, api, closed, counter, dialog, now, open_order, pictures, region, row_menu, verb } from "./order_page.mjs";
import { axe_findings, place_order, shop_of, skip } from "./support.mjs";

const tickets = (quantity, attendees) => ({
    lines: [{ name: "Day pass", kind: "ticket", quantity, unit_price: 5000, tax_rate: "5.5", attendees }],
    shipping: undefined,
});
const people = [
    { name: "Ada One", email: "ada@example.org" },
    { name: "Ben Two", email: "ben@example.org" },
    { name: "Cleo Three", email: "cleo@example.org" },
];

describe("the order page", { skip }, () => {
    let events;
    use_desk();
    before(async () => {
        events = await shop_of(page, "event-registration");
    });

    test("P-04: the payment stands at the top, the section of the work further down", async () => {
        const gallery = await shop_of(page, "client-gallery");
        const order = await place_order(page, gallery);
        await open_order(order, gallery);
        const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
        const payment = await head.getByText("Payment pending").boundingBox();
        const work = await region("State").boundingBox();
        assert.ok(payment.y + payment.height < work.y, "the money comes first");
        await head.getByRole("group", { name: "Next step" }).getByRole("button", { name: "Mark as paid" }).waitFor();
    });

    test("the next step stands in the head with the button that does it", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        const step = page.getByRole("group", { name: "Next step" });
        await step.getByText("Wait for payment of €195.87").waitFor();
        await step.getByRole("button", { name: "Mark as paid" }).click();
        await verb("Record €195.87").click();
        await closed();
        await step.getByRole("button", { name: "Ship", exact: true }).waitFor();
    });

    test("W-46: buyer, the total item by item with discount and refund, and all attendees", async () => {
        const order = await place_order(page, events, { ...tickets(3, people), discount: 1500, promo_code: "EARLY" });
        await act(order, "mark-paid", {}, events);
        const { lines } = await now(order, events);
        await act(order, "refund", { units: [lines[0].units[1].id] }, events);
        await open_order(order, events);
        const customer = region("Customer");
        for (const fact of ["Zoé Prøvekøber", order.buyer.email, "+33 1 23 45 67 89", "1 rue des Lilas"])
            await customer.getByText(fact).waitFor();
        const items = region("Items");
        for (const fact of ["−€15.00", "EARLY", "€135.00", "1 refunded"]) await items.getByText(fact).first().waitFor();
        const attendees = region(/^Attendees/);
        for (const { name, email } of people) {
            await attendees.getByText(name).waitFor();
            await attendees.getByText(email).waitFor();
        }
        assert.deepEqual(await axe_findings(page), []);
        await pictures("order-attendees");
    });

    test("W-48: beside each attendee stand the actions of matrix 2, with reasons", async () => {
        const order = await place_order(page, events, tickets(2, people.slice(0, 2)));
        await open_order(order, events);
        let menu = await row_menu("Ada One");
        await menu.getByRole("button", { name: "View attendee" }).waitFor();
        const send = menu.getByRole("button", { name: /^Send confirmation/ });
        assert.equal(await send.getAttribute("aria-disabled"), "true", "not while it is unpaid");
        await page.keyboard.press("Escape");
        await act(order, "mark-paid", {}, events);
        await open_order(order, events);
        menu = await row_menu("Ada One");
        await menu.getByRole("button", { name: "Send confirmation" }).click();
        assert.equal(await dialog().getByLabel("To", { exact: true }).inputValue(), "ada@example.org");
        await verb("Resend confirmation").click();
        await closed();
        const { items } = await api("GET", `/mails?order=${order.id}`, undefined, events);
        assert.ok(items.some((mail) => mail.to === "ada@example.org"));
        menu = await row_menu("Ben Two");
        await menu.getByRole("button", { name: "View attendee" }).click();
        await dialog().getByText("ben@example.org").waitFor();
        await pictures("attendee");
        await page.keyboard.press("Escape");
        menu = await row_menu("Ben Two");
        await menu.getByRole("button", { name: "Block access" }).first().click();
        await verb("Block access").click();
        await closed();
        const ticket = (await now(order, events)).lines[0].units[1];
        assert.equal(ticket.access, "blocked");
    });

    test("W-30: a ticket is cancelled from its own menu, and no other", async () => {
        const order = await place_order(page, events, tickets(3, people));
        await act(order, "mark-paid", {}, events);
        await open_order(order, events);
        const menu = await row_menu("Cleo Three");
        await menu.getByRole("button", { name: "Cancel" }).click();
        assert.ok(
            await dialog()
                .getByLabel(/Cleo Three/)
                .isChecked(),
        );
        assert.ok(
            !(await dialog()
                .getByLabel(/Ada One/)
                .isChecked()),
            "one box for each attendee",
        );
        await dialog().getByText("will leave to").waitFor();
        await verb("Cancel the chosen").click();
        await closed();
        const units = (await now(order, events)).lines[0].units.map((unit) => unit.status);
        assert.deepEqual(units, ["active", "active", "cancelled"]);
    });

    test("W-36, W-37: job 5, one ticket of three is refunded with the sum shown while ticking", async () => {
        const order = await place_order(page, events, tickets(3, people));
        await act(order, "mark-paid", {}, events);
        await open_order(order, events);
        const { press, done } = counter();
        await press("f");
        await dialog().waitFor();
        await press("Space");
        await verb("Refund €50.00").waitFor();
        await pictures("refund-ticket");
        await press("Control+Enter");
        await closed();
        const after = await now(order, events);
        assert.deepEqual(
            after.refunds.map((refund) => refund.amount),
            [5000],
        );
        done("job 5, refund one ticket of three");
    });

    test("job 2: a cheque is marked paid and the customer hears of it", async () => {
        const gallery = await shop_of(page, "client-gallery");
        const order = await place_order(page, gallery);
        await open_order(order, gallery);
        const { press, click, done } = counter();
        await press("m");
        await click(dialog().getByLabel("Notify the customer by e-mail"));
        await dialog().getByText(`will leave to ${order.buyer.email}`).waitFor();
        await press("Control+Enter");
        await closed();
        const { items } = await api("GET", `/mails?order=${order.id}`, undefined, gallery);
        assert.equal((await now(order, gallery)).totals.due, 0);
        assert.ok(items.some((mail) => mail.event.startsWith("payment") && mail.status !== "suppressed"));
        done("job 2, mark a cheque paid with notification");
    });

    test("job 3: one order leaves with its tracking number, and the carrier is remembered", async () => {
        for (const [number, carrier] of [
            ["6A 001", "Colissimo"],
            ["6A 002", undefined],
        ]) {
            const order = await place_order(page, shop);
            await act(order, "mark-paid");
            await open_order(order);
            const { press, done } = counter();
            await press("h");
            const field = dialog().getByLabel("Tracking number");
            await field.waitFor();
            assert.ok(await field.evaluate((each) => each === document.activeElement), "the number is asked for first");
            await page.keyboard.type(number);
            if (carrier) await dialog().getByLabel("Carrier", { exact: true }).fill(carrier);
            await verb("Ship 4 items").waitFor();
            await press("Enter");
            await closed();
            const [parcel] = (await now(order)).shipments;
            assert.deepEqual([parcel.tracking.number, parcel.tracking.carrier], [number, "Colissimo"]);
            await page.getByText("Colissimo 6A").first().waitFor();
            done("job 3, ship one order with tracking");
        }
    });

    test("job 6: a line is cancelled and its goods go back to stock", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        const { press, click, done } = counter();
        await click(page.getByRole("button", { name: "Actions for Desk lamp, oak" }));
        const menu = page.getByRole("group", { name: "Actions for Desk lamp, oak" });
        await click(menu.getByRole("button", { name: /^Cancel/ }));
        assert.ok(await dialog().getByLabel("Put back in stock").isChecked());
        await verb("Cancel the chosen").waitFor();
        await pictures("cancel-line");
        await dialog().getByText("€195.87 →").first().waitFor();
        await press("Control+Enter");
        await closed();
        const after = await now(order);
        assert.deepEqual(
            after.lines.map((line) => line.cancelled),
            [0, 1],
        );
        await region("Items").getByText("1 cancelled").waitFor();
        done("job 6, cancel one line with restock");
    });

    test("O-16: job 9, a telephone order's quantity changes, to the cent before it is confirmed", async () => {
        const order = await place_order(page, shop);
        await open_order(order);
        const { press, done } = counter();
        await press("v");
        await dialog().waitFor();
        await press("ArrowUp");
        await verb("Confirm – €19.99 more").waitFor();
        await press("Control+Enter");
        await closed();
        const after = await now(order);
        assert.equal(after.lines[0].quantity, 4);
        assert.equal(after.totals.total, order.totals.total + 1999);
        done("job 9, change a telephone order's quantity");
    });

    test("O-16: an article is found and added by keyboard alone", async () => {
        const { items } = await api("GET", "/articles?limit=1");
        const [article] = items;
        const order = await place_order(page, shop);
        await open_order(order);
        await page.keyboard.press("v");
        const search = dialog().getByRole("combobox", { name: "Add an article: SKU or name" });
        await search.fill(article.sku);
        await dialog().getByRole("option", { name: article.name }).first().waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("revise-search");
        await search.press("Enter");
        await dialog().getByRole("listitem", { name: article.name }).waitFor();
        await verb(/^Confirm – .* more$/).click();
        await closed();
        assert.ok((await now(order)).lines.some((line) => line.sku === article.sku));
    });
});
