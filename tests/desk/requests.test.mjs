// What buyers ask for at the desk: from the telephone to the credit note, with the mouse and with keys alone; tickets,
// the buyer's page, and goods that are picked up.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { page, program, shop, signed_in, use_desk } from "./desk.mjs";
import { act, api, closed, dialog, now, open_order, pictures, region, row_menu, verb } from "./order_page.mjs";
import { axe_findings, call, has_count, overflow, place_order, screenshots, shop_of, skip } from "./support.mjs";

const requests = () => region("Requests");
const count = (name, of = "Stoneware mug") => dialog().getByRole("spinbutton", { name: `${name}: ${of}` });
/** The dialog's button, once the answer for what was typed is there. */
const ready = (name) => dialog().locator("button.primary:not([disabled])", { hasText: name }).waitFor();
const glance = () => page.locator('[data-glance="MUG-1"] td').allTextContents();
/** Three mugs and a lamp, paid, invoiced and sent. */
async function sent_order(more) {
    const order = await place_order(page, shop, more);
    await act(order, "mark-paid");
    if ((await now(order)).actions.find(({ id }) => id === "invoice").allowed) await act(order, "invoice");
    await act(order, "ship");
    return now(order);
}
const ask_for = (order, quantity, more = {}) =>
    act(order, "register-request", { kind: "return", lines: [{ line: order.lines[0].id, quantity, ...more }] });

describe("what buyers ask for", { skip }, () => {
    let order;
    use_desk();
    before(async () => {
        await api("PATCH", "", { settings: { tracks_stock: true, restock_asks: true, restock_default: true } });
        await api("POST", "/articles", { sku: "MUG-1", name: "Stoneware mug", price: 1999, tax_rate: "20", stock: 50 });
        order = await sent_order();
        await open_order(order);
    });

    test("C-35: who calls is registered: two of three mugs, broken, the same again is wanted", async () => {
        await page.getByRole("button", { name: "Actions", exact: true }).click();
        await page.getByRole("button", { name: "Register a request" }).click();
        await dialog().getByRole("spinbutton", { name: "Stoneware mug" }).fill("2");
        await dialog().getByLabel("Reason").selectOption("damaged");
        await dialog().getByLabel("The same again is wanted").check();
        await dialog().getByLabel("What the buyer said").fill("One fell apart, the other is *chipped*.");
        await ready("Register the request");
        await pictures("request-register");
        assert.deepEqual(await axe_findings(page), []);
        await verb("Register the request").click();
        await closed();
        await requests().getByText("One fell apart").waitFor();
        await requests().getByText("Damaged or faulty").waitFor();
        assert.equal((await now(order)).next_step.id, "answer_request");
        await pictures("request-open");
        assert.deepEqual(await axe_findings(page), []);
    });

    test("it waits in the queue To answer, and the list says what to do", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/orders`);
        await page.locator('[data-tab="to_answer"]').click();
        await page.waitForURL("**queue=to_answer**");
        await page.locator("a[data-row]", { hasText: order.number }).waitFor();
        await page.getByText("Answer the buyer").first().waitFor();
        await open_order(order);
    });

    test("C-35: yes: the goods are expected, and the slip has its code", async () => {
        await requests()
            .getByRole("button", { name: "Approve request" })
            .or(page.getByRole("button", { name: "Approve request" }))
            .first()
            .click();
        await dialog().getByText("The buyer gets the return slip").waitFor();
        await ready("Approve request");
        await page.keyboard.press("Control+Enter");
        await closed();
        const { requests: asked } = await now(order);
        assert.equal(asked[0].status, "approved");
        await requests().getByText(asked[0].slip).waitFor();
    });

    test("C-36: one as new, one damaged, one of them exchanged: stock, sums and the refund that follows", async () => {
        await requests().getByRole("button", { name: "Receive return" }).click();
        // As the buyer said it: both broken, both to be sent anew.
        assert.equal(await count("Damaged").inputValue(), "2");
        assert.equal(await count("To exchange").inputValue(), "2");
        await count("As new").fill("1");
        assert.equal(await count("Damaged").inputValue(), "1");
        await count("To exchange").fill("1");
        await dialog().locator("[data-refund]", { hasText: "1 · " }).waitFor();
        await dialog().getByText("19.99").first().waitFor();
        await dialog().getByText("Stock of MUG-1: +1").waitFor();
        await ready("Record 2 of 2");
        await pictures("request-receive");
        assert.deepEqual(await axe_findings(page), []);
        await verb("Record 2 of 2").click();
        // The refund opens with what came back.
        await dialog().getByText("their request is closed by it").waitFor();
        assert.equal(await dialog().getByRole("spinbutton", { name: "Stoneware mug" }).inputValue(), "1");
        await ready("Refund");
        await pictures("request-refund");
        await dialog().locator("button.primary").click();
        await closed();
        const after = await now(order);
        assert.equal(after.requests[0].status, "closed");
        assert.equal(after.lines[0].refunded, 1);
        assert.equal(after.lines[0].to_ship, 1, "the exchange is still to be sent");
        assert.equal(after.next_step.action, "ship");
        const credits = after.documents.filter(({ kind }) => kind === "credit_note");
        assert.deepEqual(
            credits.map(({ amount }) => amount),
            [1999],
        );
        assert.deepEqual(await glance(), ["3", "3", "2", "1", "1"]);
        await pictures("request-settled");
        assert.deepEqual(await axe_findings(page), []);
    });

    test("C-36: the same by scanner and keys alone, and a part that did not come is missing", async () => {
        const other = await sent_order();
        await ask_for(other, 2);
        await act(other, "approve-request");
        const { slip } = (await now(other)).requests[0];
        await page.goto(`${program.url}/shops/${shop.id}/pack`);
        await page.waitForFunction(() => document.activeElement?.matches(".scan input"));
        await page.keyboard.type("R000000000000");
        await page.keyboard.press("Enter");
        await page.getByRole("alert").getByText("No return slip has the code").waitFor();
        await page.keyboard.type(slip.toLowerCase());
        await page.keyboard.press("Enter");
        await count("As new").waitFor();
        await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("As new"));
        await page.keyboard.type("1");
        assert.equal(await dialog().locator("[data-missing]").textContent(), "1");
        await dialog().getByText("Stock of MUG-1: +1").waitFor();
        await ready("Record 1 of 2");
        await pictures("pack-slip");
        await page.keyboard.press("Enter");
        await closed();
        await page.getByText(`Return of ${other.number} recorded`).waitFor();
        await page.waitForFunction(() => document.activeElement?.matches(".scan input"));
        const after = await now(other);
        assert.equal(after.requests[0].lines[0].missing, 1);
        assert.equal(after.next_step.id, "settle_return");
        // Who refunds finds it by the next step, with what came back chosen.
        await open_order(other);
        await page.keyboard.press("f");
        await dialog().getByText("their request is closed by it").waitFor();
        await ready("Refund");
        await page.keyboard.press("Control+Enter");
        await closed();
        assert.equal((await now(other)).requests[0].status, "closed");
        // A slip that was dealt with says so.
        await page.goto(`${program.url}/shops/${shop.id}/pack`);
        await page.waitForFunction(() => document.activeElement?.matches(".scan input"));
        await page.keyboard.type(slip);
        await page.keyboard.press("Enter");
        await page.getByRole("alert").getByText(`${other.number}: Closed`).waitFor();
    });

    test("no needs its reason, and the buyer reads it", async () => {
        const other = await sent_order();
        await ask_for(other, 1, { reason: "changed_mind" });
        await open_order(other);
        await requests().getByRole("button", { name: "Decline request" }).click();
        await dialog().getByText("Tell the buyer why").waitFor();
        assert.equal(await verb("Decline request").isDisabled(), true);
        await dialog().getByRole("textbox").fill("It was made to measure.");
        await ready("Decline request");
        await page.keyboard.press("Control+Enter");
        await closed();
        await requests().getByText("It was made to measure.").waitFor();
        assert.equal((await now(other)).requests[0].status, "declined");
        await has_count(requests().getByRole("button", { name: "Receive return" }), 0);
    });

    test("requests of several orders are approved at once, after a look at what would happen", async () => {
        const two = [await sent_order(), await sent_order()];
        for (const each of two) await ask_for(each, 1);
        await page.goto(`${program.url}/shops/${shop.id}/orders?queue=to_answer`);
        for (const each of two) await page.getByRole("checkbox", { name: new RegExp(each.number) }).check();
        await page.keyboard.press("b");
        await dialog().getByLabel("What is to be done?").selectOption("approve-request");
        await ready("Approve the requests of 2 orders");
        await dialog().locator("button.primary").click();
        await dialog().getByText("2 done").waitFor();
        for (const each of two) assert.equal((await now(each)).requests[0].status, "approved");
        await page.keyboard.press("Escape");
    });

    test("the buyer's page: its link is shown, and a new address asks before the old one dies", async () => {
        await open_order(order);
        const { customer_url: before } = await now(order);
        const link = region("Customer").getByRole("link", { name: "Open" });
        assert.equal(await link.getAttribute("href"), before);
        await region("Customer").getByRole("button", { name: "New address" }).click();
        await dialog().getByText("lead nowhere").waitFor();
        await ready("New address");
        await page.screenshot({ path: `${screenshots}/renew-link-1440.png` });
        await page.keyboard.press("Control+Enter");
        await closed();
        const { customer_url: after } = await now(order);
        assert.notEqual(after, before);
        assert.equal(await link.getAttribute("href"), after);
    });
});

describe("tickets and goods at the counter", { skip }, () => {
    use_desk();

    test("W-29: another person goes: a new code, by mail; a spelling keeps it", async () => {
        const lines = [
            {
                sku: "VIP",
                name: "VIP ticket",
                kind: "ticket",
                quantity: 2,
                unit_price: 5000,
                tax_rate: "20",
                attendees: [
                    { name: "Ane", email: "ane@example.org" },
                    { name: "Bjørn", email: "b@example.org" },
                ],
            },
        ];
        const order = await place_order(page, shop, { lines, shipping: null });
        await act(order, "mark-paid");
        const unit = async (n) => (await now(order)).lines[0].units[n];
        const codes = [(await unit(0)).code, (await unit(1)).code];
        await open_order(order);
        await (await row_menu("Ane")).getByRole("button", { name: "Replace the person" }).click();
        await dialog().getByLabel("Attendee").fill("Cæcilie");
        await dialog().getByLabel("E-mail").fill("c@example.org");
        await dialog().getByText("will leave to c@example.org").waitFor();
        await ready("Replace and send the new ticket");
        await pictures("ticket-replace");
        assert.deepEqual(await axe_findings(page), []);
        await page.keyboard.press("Control+Enter");
        await closed();
        assert.notEqual((await unit(0)).code, codes[0]);
        assert.equal((await unit(0)).attendee.name, "Cæcilie");
        await (await row_menu("Bjørn")).getByRole("button", { name: "Replace the person" }).click();
        await dialog().getByLabel("Attendee").fill("Bjørn Ås");
        await dialog().getByLabel("Only a spelling mistake").check();
        await ready("Correct the name");
        await page.keyboard.press("Control+Enter");
        await closed();
        assert.equal((await unit(1)).code, codes[1]);
        // The ticket once more, to another address.
        await (await row_menu("Bjørn Ås")).getByRole("button", { name: "Send tickets" }).click();
        await dialog().getByLabel("Send to").fill("boss@example.org");
        await dialog().getByText("will leave to boss@example.org").waitFor();
        await ready("Send tickets");
        await page.keyboard.press("Control+Enter");
        await closed();
        await page.screenshot({ path: `${screenshots}/tickets-1440.png`, fullPage: true });
    });

    test("downloads: open once paid, blocked, unblocked, allowed again", async () => {
        await api("POST", "/articles", { sku: "PDF", name: "Knitting pattern", kind: "digital", price: 900 });
        await page.goto(`${program.url}/shops/${shop.id}/articles?q=PDF`);
        await page.getByRole("button", { name: "Edit PDF" }).click();
        const file = { name: "pattern.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(1_400_000, "%") };
        await dialog().locator("input[type=file]").setInputFiles(file);
        await dialog().getByRole("button", { name: "Take pattern.pdf away" }).waitFor();
        await pictures("article-files");
        assert.deepEqual(await axe_findings(page), []);
        const lines = [
            { sku: "PDF", name: "Knitting pattern", kind: "digital", quantity: 1, unit_price: 900, tax_rate: "20" },
        ];
        const order = await place_order(page, shop, { lines, shipping: null });
        await act(order, "mark-paid");
        await open_order(order);
        const run = async (name) => {
            await (await row_menu("Knitting pattern")).getByRole("button", { name }).click();
            await ready(name);
            await page.keyboard.press("Control+Enter");
            await closed();
        };
        const access = async () => (await now(order)).lines[0].access;
        const downloads = region("Downloads");
        assert.equal(await access(), "granted");
        await downloads.getByText("pattern.pdf").waitFor();
        await downloads.getByText("1.4 MB").waitFor();
        await downloads.getByText("times more").waitFor();
        await run("Allow downloads again");
        await run("Block access");
        await downloads.locator(".closed").waitFor();
        assert.equal(await access(), "blocked");
        await page.screenshot({ path: `${screenshots}/download-blocked-1440.png` });
        await run("Unblock access");
        assert.equal(await access(), "granted");
    });

    test("click and collect: the wrong code is refused, the name hands over", async () => {
        const counter = await shop_of(page, "neutral");
        const order = await place_order(page, counter, {
            shipping: { method: "pickup", name: "At the counter", amount: 0, tax_rate: "20", pickup: true },
        });
        await act(order, "mark-paid", {}, counter);
        assert.equal((await now(order, counter)).next_step.action, "hand-out");
        await open_order(order, counter);
        await page.getByRole("group", { name: "Next step" }).getByRole("button", { name: "Hand over" }).click();
        await dialog().getByLabel("Code").fill("00000");
        assert.equal(await dialog().locator("button.primary").isDisabled(), true);
        await dialog().getByLabel("Code").fill("000000");
        await dialog().getByText("This is not the code of the order.").waitFor();
        await dialog().getByLabel("Code").fill("");
        await dialog().getByLabel("Or the name said").fill("Zoé Prøvekøber");
        await ready("Hand over");
        await pictures("hand-out");
        assert.deepEqual(await axe_findings(page), []);
        await page.keyboard.press("Control+Enter");
        await closed();
        const { shipments, lines } = await now(order, counter);
        assert.equal(shipments.length, 1);
        assert.ok(shipments[0].delivered_at);
        assert.deepEqual(
            lines.map(({ to_ship }) => to_ship),
            [0, 0],
        );
    });

    test("the sample shop shows one that waits for an answer and one that is on its way back", async () => {
        const { items } = await api("GET", "/orders?queue=to_answer");
        assert.equal(items.length, 1);
        await open_order(items[0]);
        await requests().locator('[data-request="open"]').waitFor();
        await pictures("request-sample");
    });

    test("in Danish, in the dark, on a phone: nothing is cut off, nothing unreadable", async () => {
        const { page: phone } = await signed_in({
            viewport: { width: 390, height: 844 },
            colorScheme: "dark",
            locale: "da-DK",
            isMobile: true,
            hasTouch: true,
        });
        const { items } = await call(phone, "GET", `/api/v1/shops/${shop.id}/orders?queue=to_answer`);
        await call(phone, "PATCH", "/api/v1/session", { language: "da" });
        await phone.goto(`${program.url}/shops/${shop.id}/orders/${items[0].id}`);
        await phone.getByRole("heading", { name: "Anmodninger" }).waitFor();
        assert.ok((await overflow(phone)) <= 0);
        assert.deepEqual(await axe_findings(phone), []);
        await phone.getByRole("heading", { name: "Anmodninger" }).scrollIntoViewIfNeeded();
        await phone.screenshot({ path: `${screenshots}/request-da-dark-390.png` });
        await call(phone, "POST", `/api/v1/shops/${shop.id}/orders/${items[0].id}/actions/approve-request`, {});
        await phone.reload();
        await phone
            .getByRole("region", { name: "Anmodninger" })
            .getByRole("button", { name: "Modtag returnering" })
            .click();
        await phone.getByRole("dialog").getByText("Ombyttes").first().waitFor();
        await phone.getByRole("dialog").locator("button.primary:not([disabled])").waitFor();
        assert.ok((await overflow(phone)) <= 0);
        assert.deepEqual(await axe_findings(phone), []);
        await phone.screenshot({ path: `${screenshots}/request-receive-da-dark-390.png` });
        await call(phone, "PATCH", "/api/v1/session", { language: "en" });
        await phone.context().close();
    });

    test("how long buyers may withdraw and download is one of the shop's rules", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/settings/profile`);
        const days = page.getByLabel("Withdrawal is possible for");
        await days.scrollIntoViewIfNeeded();
        assert.equal(await days.inputValue(), "14");
        await page.screenshot({ path: `${screenshots}/rules-rights-1440.png` });
    });
});
