// Money moved through a payment service from the desk: captured in parts, refused, looked up, given back, checked.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page, shop, use_desk } from "./desk.mjs";
import { act, closed, dialog, leaving, now, open_order, pictures, region, verb } from "./order_page.mjs";
import { axe_findings, place_order, skip } from "./support.mjs";

const total = 19587;
const by_card = (reference, status = "authorized") =>
    place_order(page, shop, {
        payment: undefined,
        payments: [{ method: "card", provider: "sandbox", reference, status, amount: total }],
    });
/** The order once its money stands like this, and the desk showing it by itself. */
const standing = async (order, status) => {
    for (let tries = 0; tries < 100; tries += 1) {
        const found = await now(order);
        if (found.payment_status === status) {
            await region("Payment").getByText(found.payment_label, { exact: true }).first().waitFor();
            return found;
        }
        await page.waitForTimeout(100);
    }
    throw new Error(`${order.number} does not become ${status}`);
};
const button = (name) => page.getByRole("button", { name }).first();

describe("money through a payment service", { skip }, () => {
    use_desk();

    test("D-01, D-03: a part is captured, what is left stays reserved and is captured later", async () => {
        const order = await by_card("sandbox_ok_desk");
        assert.equal(order.totals.total, total);
        await open_order(order);
        await button("Capture").click();
        await dialog().getByLabel("Amount, if not all").fill("100");
        await verb("Capture €100.00").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("capture-dialog");
        await verb("Capture €100.00").click();
        await closed();
        const after = await standing(order, "partially_paid");
        assert.equal(after.payments[0].captured, 10000);
        assert.equal(after.payments[0].reserved, total - 10000);
        await button("Capture").click();
        await dialog().locator("button.primary:not([disabled])").click();
        await closed();
        assert.equal((await standing(order, "paid")).totals.paid, total);
    });

    test("a capture that is declined says why, and the order is not shipped", async () => {
        const order = await by_card("sandbox_decline_capture_desk");
        await open_order(order);
        await button("Capture").click();
        await dialog().locator("button.primary:not([disabled])").click();
        await closed();
        await region("Payment").getByText("the card issuer said no").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("capture-declined");
        const after = await now(order);
        assert.equal(after.payment_status, "failed");
        assert.equal(after.provider_calls[0].status, "declined");
    });

    test("an answer that does not come is looked up, and the money is there once", async () => {
        const order = await by_card("sandbox_timeout_desk");
        const asked = await act(order, "capture");
        assert.equal(asked.provider_calls[0].status, "unknown");
        assert.equal(asked.payment_status, "review");
        await open_order(order);
        assert.equal((await standing(order, "paid")).totals.paid, total);
    });

    test("W-38, W-39: a card refund goes through its provider, and its mail leaves then; the fee stays", async () => {
        const order = await by_card("sandbox_ok_refund");
        const captured = await act(order, "capture");
        assert.equal(captured.payment_status, "paid");
        assert.ok(captured.payments[0].fee > 0);
        await open_order(order);
        await region("Payment").getByText("Provider’s fee").waitFor();
        const mails = await leaving(order);
        const refunded = await act(order, "refund", { amount: total, notify: true });
        assert.equal(refunded.payment_status, "refunded");
        assert.equal(refunded.refunds[0].status, "succeeded");
        assert.equal(await leaving(order), mails + 1);
        await open_order(order);
        await region("Timeline").getByText("paid out by the provider").waitFor();
    });

    test("a refund that the provider declines leaves the money with the shop and tells nobody", async () => {
        const order = await by_card("sandbox_decline_refund_desk", "captured");
        const mails = await leaving(order);
        const after = await act(order, "refund", { amount: 500, notify: true });
        assert.equal(after.refunds[0].status, "failed");
        assert.equal(after.totals.refundable, total);
        assert.equal(await leaving(order), mails);
        await open_order(order);
        await region("Payment").getByText("the card issuer said no").waitFor();
    });

    test("D-20, P-12: the provider is asked how a payment stands, and what it knows is entered", async () => {
        const order = await by_card("sandbox_ok_check", "initiated");
        assert.equal(order.payment_status, "awaiting");
        await open_order(order);
        await page.getByRole("button", { name: "Actions", exact: true }).click();
        const actions = page.getByRole("group", { name: "Actions" });
        await actions.getByRole("button", { name: "Check payment" }).click();
        await dialog().locator("button.primary:not([disabled])").click();
        await closed();
        await region("Timeline").getByText("Checked with the provider: brought up to date").waitFor();
        assert.equal((await now(order)).payment_status, "paid");
    });

    test("a hold is released", async () => {
        const order = await by_card("sandbox_ok_void");
        const after = await act(order, "void");
        assert.equal(after.payment_status, "voided");
    });
});
