// Confirmations for more orders than may leave at a time: shown first, sent in batches, and what was left out with its
// reason.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { page, use_desk } from "./desk.mjs";
import { list } from "./list_page.mjs";
import { axe_findings, call, has_count, overflow, place_order, screenshots, shop_of, skip } from "./support.mjs";

const paid = 118;
const unpaid = 4;
const all = paid + unpaid;

describe("confirmations in batches", { skip }, () => {
    use_desk();
    let expo;
    const dialog = () => page.getByRole("dialog");
    before(async () => {
        expo = await shop_of(page, "event-registration");
        const lines = [{ sku: "PASS", name: "Day pass", kind: "ticket", quantity: 1, unit_price: 500 }];
        const payment = { method: "cheque" };
        const orders = [];
        for (let number = 0; number < all; number += 1) {
            orders.push(await place_order(page, expo, { tags: ["batch"], lines, payment, shipping: undefined }));
        }
        for (const { id } of orders.slice(unpaid)) {
            await call(page, "POST", `/api/v1/shops/${expo.id}/orders/${id}/actions/mark-paid`, { notify: false });
        }
    });

    test("A-06: a hundred and one are refused before anything is sent, and batches are offered", async () => {
        const asked = { action: "resend-confirmation", filter: { tag: ["batch"] } };
        const path = `/api/v1/shops/${expo.id}/orders/bulk`;
        await assert.rejects(call(page, "POST", path, asked), /422.*too_many_orders/);
        const shown = await call(page, "POST", path, { ...asked, in_batches: true, dry_run: true });
        assert.deepEqual([shown.batches, shown.change, shown.skip.length], [2, paid, unpaid]);
        const jobs = await call(page, "GET", `/api/v1/shops/${expo.id}/jobs`);
        assert.equal(jobs.items.filter(({ kind }) => kind === "bulk").length, 0);
    });

    test("W-24, A-06: what is ticked leaves in batches of a hundred; who is left out is listed with why", async () => {
        await list("?tag=batch", expo);
        await page.getByRole("checkbox", { name: "Select all on this page" }).click();
        await page.getByRole("button", { name: `Select all ${all} that match` }).click();
        await page.keyboard.press("m");
        await dialog().getByLabel("What is to be done?").selectOption("resend-confirmation");
        await dialog().getByText("These go in 2 batches, one after the other.").waitFor();
        await dialog().getByText(`${unpaid} ×`).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/batches-before.png` });
        await page.setViewportSize({ width: 390, height: 844 });
        assert.equal(await overflow(page), 0);
        await page.screenshot({ path: `${screenshots}/batches-390.png` });
        await page.setViewportSize({ width: 1440, height: 900 });
        await dialog()
            .getByRole("button", { name: `Resend ${paid} confirmations in 2 batches` })
            .click();
        await dialog().getByText(`${paid} done, ${unpaid} not changed`).waitFor({ timeout: 60_000 });
        await has_count(dialog().locator("ol li"), unpaid);
        assert.match(await dialog().locator("ol li a").first().textContent(), /^NP-\d+$/);
        const reason = await dialog().locator("ol li span").first().textContent();
        assert.match(reason, /status/);
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/batches-after.png` });
        const { items } = await call(page, "GET", `/api/v1/shops/${expo.id}/jobs`);
        const sizes = items.filter(({ kind }) => kind === "bulk").map(({ total }) => total);
        assert.deepEqual(
            sizes.sort((one, other) => one - other),
            [all - 100, 100],
        );
    });
});
