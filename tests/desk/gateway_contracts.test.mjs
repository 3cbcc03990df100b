// Payment services from the desk and the API down to their published contracts: money is captured, released and given
// back at mocks that prism makes of them, right and wrong, and every request is judged with unknown members as faults.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { page, shop, use_desk } from "./desk.mjs";
import { act, api, closed, dialog, now, open_order } from "./order_page.mjs";
import { place_order, project, skip } from "./support.mjs";

const total = 19587;
const data = join(process.env.COMMIS_SHARED_DATA ?? join(project, "../shared/data"), "payments");
const gateways = join(project, "tests/gateways");
const missing = [data, join(gateways, "node_modules/.package-lock.json")].find((each) => !existsSync(each));
const skipped = skip || (missing ? `${missing} is not there` : false);

const services = {
    stripe: {
        contract: "stripe_subset_2020-08-27.openapi.json",
        credentials: { secret: "sk_test_1" },
        held: "pi_held_1",
        released: "pi_held_2",
        taken: "pi_1",
        wrong: ["pi_held_wrong", "the provider refused the request"],
        asked: [
            "post /v1/payment_intents/{intent}/capture",
            "post /v1/payment_intents/{intent}/cancel",
            "post /v1/refunds",
        ],
    },
    paypal: {
        contract: "paypal_payments_v2.prism-ready.openapi.json",
        credentials: { client_id: "client", secret: "secret" },
        held: "AUTH1",
        released: "AUTH2",
        taken: "CAP1",
        wrong: ["DENIED1", "the card issuer said no"],
        asked: [
            "post /v2/payments/authorizations/{authorization_id}/capture",
            "post /v2/payments/authorizations/{authorization_id}/void",
            "post /v2/payments/captures/{capture_id}/refund",
        ],
    },
};

async function start_mock(contract) {
    const program = [join(gateways, "servers/contract.mjs"), join(data, contract)];
    const process_of_it = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise((found, failed) => {
        process_of_it.stdout.once("data", (bytes) => found(String(bytes).trim()));
        process_of_it.once("exit", () => failed(new Error("the mock ended")));
    });
    return { url, stop: () => process_of_it.kill(), report: async () => (await fetch(`${url}/-/report`)).json() };
}

async function settled(order) {
    for (let tries = 0; tries < 200; tries += 1) {
        const found = await now(order);
        if (found.provider_calls.every(({ status }) => status === "done" || status === "declined")) return found;
        await page.waitForTimeout(100);
    }
    throw new Error(`${order.number} waits for its payment service for ever`);
}

describe("payment services by their contracts", { skip: skipped }, () => {
    const mocks = {};
    before(async () => {
        for (const [id, { contract }] of Object.entries(services)) {
            mocks[id] = await start_mock(contract);
            process.env[`COMMIS_${id.toUpperCase()}_URL`] = mocks[id].url;
        }
    });
    after(() => {
        for (const id of Object.keys(services)) {
            delete process.env[`COMMIS_${id.toUpperCase()}_URL`];
            mocks[id]?.stop();
        }
    });
    use_desk();

    for (const [provider, service] of Object.entries(services)) {
        const by_card = (reference, status = "authorized") =>
            place_order(page, shop, {
                language: "en",
                payment: undefined,
                payments: [{ method: "card", provider, reference, status, amount: total }],
            });

        test(`${provider}: connected, and money is captured from the desk`, async () => {
            await api("PUT", `/payment-services/${provider}`, service.credentials);
            const order = await by_card(service.held);
            await open_order(order);
            await page.getByRole("button", { name: "Capture" }).first().click();
            await dialog().locator("button.primary:not([disabled])").click();
            await closed();
            const paid = await settled(order);
            assert.equal(paid.payment_status, "paid");
            assert.equal(paid.payments[0].captured, total);
            assert.ok(paid.payments[0].fee > 0, "W-39: with the provider's fee");
        });

        test(`${provider}: released and given back from the API`, async () => {
            const held = await by_card(service.released);
            await act(held, "void");
            assert.equal((await settled(held)).payment_status, "voided");
            const taken = await by_card(service.taken, "captured");
            await act(taken, "refund", { amount: 1000 });
            const refunded = await settled(taken);
            assert.equal(refunded.totals.refunded, 1000);
            assert.equal(refunded.provider_calls.at(-1).status, "done");
        });

        test(`${provider}: what it refuses is said on the order's page`, async () => {
            const [reference, words] = service.wrong;
            const order = await by_card(reference);
            await act(order, "capture");
            const declined = await settled(order);
            assert.equal(declined.provider_calls.at(-1).status, "declined");
            await open_order(order);
            await page.getByText(words).first().waitFor();
        });

        test(`${provider}: nothing was asked that its contract does not know`, async () => {
            const report = await mocks[provider].report();
            assert.deepEqual(report.faults, []);
            for (const operation of service.asked) assert.ok(report.operations[operation] > 0, operation);
        });
    }
});
