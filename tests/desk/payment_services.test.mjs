// A payment service connected from the desk, and what follows from it: money captured and refunded there, notices that
// are believed only when they are signed, and links by which buyers pay.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browser, page, program, shop, use_desk } from "./desk.mjs";
import { act, closed, dialog, now, open_order, pictures, region, verb } from "./order_page.mjs";
import { secret_key, signing_secret, start_stripe } from "./stripe_double.mjs";
import { axe_findings, call, open_page, place_order, skip } from "./support.mjs";

const total = 19587;
let stripe;
const section = () => page.goto(`${program.url}/shops/${shop.id}/settings/payment-services`);
const by_card = (intent, status = "authorized") =>
    place_order(page, shop, {
        payment: undefined,
        payments: [{ method: "card", provider: "stripe", reference: intent.id, status, amount: intent.amount }],
    });
async function standing(order, status) {
    for (let tries = 0; tries < 150; tries += 1) {
        const found = await now(order);
        if (found.payment_status === status) return found;
        await page.waitForTimeout(100);
    }
    throw new Error(`${order.number} does not become ${status} but is ${(await now(order)).payment_status}`);
}
const notices_to = (shop_id) => `${program.url}/notices/stripe/${shop_id}`;
const link_in = async (order) => (await now(order)).payments.at(-1).link;

describe("payment services", { skip }, () => {
    before(async () => {
        stripe = await start_stripe();
        process.env.COMMIS_STRIPE_URL = stripe.url;
    });
    after(async () => {
        delete process.env.COMMIS_STRIPE_URL;
        await stripe?.stop();
    });
    use_desk(/422|410|404/);

    test("nothing is connected, a wrong key is refused where it was typed, a right one connects", async () => {
        await section();
        await page.getByText("No payment service is connected").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("payment-services-empty");
        await page.getByRole("button", { name: "Connect Stripe" }).click();
        await dialog().getByLabel("Secret key").fill("sk_test_of_somebody");
        await verb("Check and connect").click();
        await dialog().getByText("The payment service does not accept this key.").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("payment-service-dialog");
        await dialog().getByLabel("Secret key").fill(secret_key);
        await dialog().getByLabel("Signing secret of the webhook").fill(signing_secret);
        await verb("Check and connect").click();
        await closed();
        await page.getByRole("heading", { name: "Nordlys ApS" }).waitFor();
        await page.getByText("acct_1Nordlys").waitFor();
        await page.getByText("Test mode").waitFor();
        await page.getByText("At once").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("payment-services");
        const answer = JSON.stringify(await call(page, "GET", `/api/v1/shops/${shop.id}/payment-services`));
        assert.ok(!answer.includes(secret_key) && !answer.includes(signing_secret));
    });

    test("D-01, D-11, W-38, W-39: a card is captured and refunded, each once", async () => {
        const order = await by_card(stripe.add_intent(total, "eur"));
        await open_order(order);
        await page.getByRole("button", { name: "Capture" }).first().click();
        await dialog().locator("button.primary:not([disabled])").click();
        await closed();
        const paid = await standing(order, "paid");
        assert.equal(paid.payments[0].account, "acct_1Nordlys");
        assert.equal(paid.payments[0].fee, 59);
        await region("Payment").getByText("Provider’s fee").waitFor();
        await act(order, "refund", { amount: 1000 });
        await standing(order, "partially_refunded").catch(() => standing(order, "paid"));
        const refunds = stripe.requests.filter(({ method, path }) => method === "POST" && path === "/v1/refunds");
        assert.equal(refunds.length, 1);
        assert.match(refunds[0].body, /amount=1000/);
        assert.match(refunds[0].body, /commis_call/);
    });

    test("P-12: what the service tells is believed when it is signed, and leads to a look", async () => {
        const intent = stripe.add_intent(total, "eur", "requires_payment_method");
        const order = await by_card(intent, "initiated");
        const event = {
            id: "evt_1",
            object: "event",
            type: "payment_intent.succeeded",
            data: { object: { id: intent.id, object: "payment_intent" } },
        };
        assert.equal((await stripe.tell(notices_to(shop.id), event, "whsec_of_somebody")).status, 400);
        assert.equal((await stripe.tell(notices_to("nowhere"), event)).status, 400);
        assert.equal((await stripe.tell(notices_to(shop.id), event, signing_secret, 1_700_000_000)).status, 400);
        Object.assign(intent, { status: "succeeded", captured: total });
        for (let times = 0; times < 3; times += 1)
            assert.equal((await stripe.tell(notices_to(shop.id), event)).status, 200);
        const paid = await standing(order, "paid");
        assert.equal(paid.totals.paid, total);
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/payment-services/stripe/notices`);
        assert.deepEqual(
            items.map(({ id, status }) => [id, status]),
            [["evt_1", "done"]],
        );
    });

    test("a buyer pays by the link, and it is dead as soon as another amount is due", async () => {
        const order = await place_order(page, shop, { language: "en", payment: { method: "bank-transfer" } });
        await open_order(order);
        await act(order, "send-payment-link");
        const address = await link_in(order);
        const buyer = await open_page(browser, { viewport: { width: 390, height: 844 } });
        await buyer.page.goto(program.url + address);
        await buyer.page.getByRole("button", { name: "Pay €195.87" }).waitFor();
        assert.deepEqual(await axe_findings(buyer.page), []);
        await buyer.page.screenshot({ path: "build/screenshots/pay-link-390.png" });
        stripe.return_to = (to) => to.replace(/^https?:\/\/[^/]+/, program.url);
        await buyer.page.getByRole("button").click();
        await buyer.page.getByRole("button", { name: `Pay ${total}` }).click();
        await buyer.page.getByText("your payment has arrived").waitFor();
        await buyer.page.screenshot({ path: "build/screenshots/pay-done-390.png" });
        assert.equal((await standing(order, "paid")).totals.paid, total);

        const other = await place_order(page, shop, { language: "en", payment: { method: "bank-transfer" } });
        await act(other, "send-payment-link");
        const dead = await link_in(other);
        await act(other, "mark-paid", { amount: 5000 });
        const answer = await buyer.page.goto(program.url + dead);
        assert.equal(answer.status(), 410);
        await buyer.page.getByText("This link is not valid any more").waitFor();
        assert.deepEqual(await axe_findings(buyer.page), []);
        assert.equal((await buyer.page.goto(`${program.url}/pay/guessed`)).status(), 404);
        await buyer.page.context().close();
    });

    test("W-40: an account that was disconnected keeps its name, and its payments say what is missing", async () => {
        const order = await by_card(stripe.add_intent(total, "eur"));
        await section();
        await page.getByRole("button", { name: "Disconnect Nordlys ApS" }).click();
        await dialog().getByText("Its keys are forgotten").waitFor();
        await dialog().getByRole("button", { name: "Disconnect Nordlys ApS" }).click();
        await closed();
        await page.getByText("Disconnected", { exact: true }).waitFor();
        const refused = await call(
            page,
            "POST",
            `/api/v1/shops/${shop.id}/orders/${order.id}/actions/capture`,
            {},
        ).catch((error) => error);
        assert.match(JSON.stringify(refused) + String(refused), /provider_not_connected/);
    });
});
