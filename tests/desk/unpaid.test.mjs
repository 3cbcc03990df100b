// The unpaid cockpit, the card holds and how a transfer is to be paid, as an operator uses them: who owes, since when,
// what happens next, reminders to many, money marked as received.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
    axe_findings,
    call,
    has_count,
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

const has_decoder = spawnSync("which", ["ZXingReader"]).status === 0;

describe("money that is still to come", { skip }, () => {
    let program;
    let browser;
    let opened;
    let page;
    let shop;
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
        opened = await open_page(browser);
        page = opened.page;
        await sign_in(page, program);
        shop = await shop_of(page, "swiss-shop");
    });
    after(async () => {
        assert.deepEqual(opened?.faults ?? [], []);
        await browser?.close();
        await program?.stop();
    });
    const at = (id) => `${program.url}/shops/${shop.id}/${id}`;
    const unpaid = () => call(page, "GET", `/api/v1/shops/${shop.id}/unpaid?limit=200`);
    const row = (number) => {
        const link = page.getByRole("link", { name: number, exact: true });
        return page.locator("tr[data-order]", { has: link });
    };

    test("C-12: the order says how to pay, and a decoder reads its code", async () => {
        const order = await place_order(page, shop, { payment: { method: "prepayment" } });
        const details = await call(page, "GET", `/api/v1/shops/${shop.id}/orders/${order.id}/payment-details`);
        assert.equal(details.due, order.totals.due);
        await page.goto(at(`orders/${order.id}`));
        const card = page.getByRole("region", { name: "How to pay" });
        await card.waitFor();
        for (const words of [details.transfer.iban_text, details.transfer.reference_text, details.transfer.holder])
            assert.ok((await card.innerText()).includes(words), words);
        const file = join(screenshots, "qr-bill.png");
        const picture = card.getByRole("img", { name: "Swiss QR-bill" });
        await picture.evaluate((image) => {
            image.width = 400;
            image.height = 400;
        });
        await picture.screenshot({ path: file });
        if (!has_decoder) return;
        const read = spawnSync("ZXingReader", ["-format", "QRCode", "-bytes", file], { encoding: "utf8" });
        assert.equal(read.stdout.trimEnd(), details.transfer.qr.payload);
        assert.ok(details.transfer.qr.payload.includes(`\n${(order.totals.due / 100).toFixed(2)}\n${shop.currency}\n`));
    });

    test("X-13: one look answers who owes, since when, and what happens next", async () => {
        const { items, balances } = await unpaid();
        assert.ok(items.length > 3);
        const open = balances.filter((each) => each.currency === shop.currency);
        await page.goto(at("unpaid"));
        await page.locator("tr[data-order]").first().waitFor();
        const sums = page.getByRole("region", { name: `Open balances in ${shop.currency}` });
        const due = open.reduce((sum, each) => sum + each.due, 0);
        const shown = (await sums.locator(".whole b").innerText()).replace(/[^\d.]/g, "");
        assert.equal(shown, (due / 100).toFixed(2));
        const counted = open.reduce((sum, each) => sum + each.orders, 0);
        assert.equal(counted, items.filter((each) => each.currency === shop.currency).length, "sums and list agree");
        // The longest waiting stands first, with its age and its next step in words.
        const ages = await page.locator("tr[data-order] td[data-label='Waiting for']").allInnerTexts();
        const days = ages.map((words) => Number.parseInt(words, 10) || 0);
        assert.deepEqual(
            days,
            [...days].sort((one, other) => other - one),
        );
        const young = items.find((each) => each.next_reminder && each.task === null);
        const words = await row(young.number).locator(".next").innerText();
        assert.match(words, new RegExp(`Reminder ${young.level + 1} leaves by itself`));
        assert.deepEqual(await axe_findings(page), []);
    });

    test("X-13: the sums lead to their orders", async () => {
        const { items } = await unpaid();
        await page.goto(at("unpaid"));
        await page.locator("tr[data-order]").first().waitFor();
        await page.getByRole("link", { name: /^31 days and more/ }).click();
        await page.waitForURL(/age=older/);
        const old = items.filter((each) => each.days > 30).length;
        const rows_are = (count) =>
            page.waitForFunction((n) => document.querySelectorAll("tr[data-order]").length === n, count);
        await rows_are(old);
        await page.getByRole("link", { name: /^31 days and more/ }).click();
        await rows_are(items.length);
    });

    test("C-13: ticked orders are reminded in one go, and the schedule does not repeat it", async () => {
        const placed = [];
        for (let index = 0; index < 2; index += 1)
            placed.push(await place_order(page, shop, { payment: { method: "prepayment" } }));
        await page.goto(at("unpaid"));
        for (const order of placed) await page.getByLabel(`Tick ${order.number}`, { exact: true }).check();
        await page.keyboard.press("r");
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("button", { name: /^Send 2 reminders/ }).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: join(screenshots, "unpaid-remind.png") });
        await dialog.getByRole("button", { name: /^Send 2 reminders/ }).click();
        await dialog.waitFor({ state: "detached" });
        for (const order of placed) {
            await row(order.number).getByText("1 / 2").waitFor();
            const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/mails?order=${order.id}`);
            assert.equal(items.filter((mail) => mail.event === "payment_reminder").length, 1);
        }
    });

    test("C-11: money that came is recorded from the row, and the order leaves the list", async () => {
        const order = await place_order(page, shop, { payment: { method: "prepayment" } });
        await page.goto(at("unpaid"));
        await page.getByRole("button", { name: `Mark ${order.number} as paid` }).click();
        const dialog = page.getByRole("dialog");
        await dialog.locator("button[type=submit]").click();
        await dialog.waitFor({ state: "detached" });
        await row(order.number).waitFor({ state: "detached" });
        const after = await call(page, "GET", `/api/v1/shops/${shop.id}/orders/${order.id}`);
        assert.equal(after.totals.due, 0);
    });

    test("X-13, A-11: where the schedule's last day has passed, the order is removed from its row", async () => {
        const removal = (item) => item.actions.find((action) => action.id === "delete");
        const { items } = await unpaid();
        const due = items.find((item) => item.task === "remove" && removal(item).allowed);
        assert.ok(due, "the demo has an order whose last day has passed");
        await page.goto(at("unpaid"));
        await row(due.number).getByRole("link").focus();
        await page.keyboard.press("d");
        const dialog = page.getByRole("dialog");
        await dialog.locator("button.primary:not([disabled])").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await dialog.locator("button.primary:not([disabled])").click();
        await dialog.waitFor({ state: "detached" });
        await row(due.number).waitFor({ state: "detached" });
        assert.match(page.url(), /\/unpaid$/, "the list stays");
        const young = items.find((item) => item.task !== "remove");
        await has_count(page.getByRole("button", { name: `Remove ${young.number}` }), 0);
    });

    test("D-02, A-18: card holds are shown by the day they run out, the pressing ones first", async () => {
        const nordic = await shop_of(page, "nordic-shop");
        const hold = (days, amount) =>
            place_order(page, nordic, {
                payment: undefined,
                payments: [
                    {
                        method: "card",
                        provider: "stripe",
                        reference: `pi_hold_${days}`,
                        status: "authorized",
                        amount,
                        expires_at: new Date(Date.now() + days * 86_400_000).toISOString(),
                    },
                ],
            });
        const late = await hold(9, 19_587);
        const soon = await hold(1, 19_587);
        const { calendar, items } = await call(page, "GET", `/api/v1/shops/${nordic.id}/authorizations?limit=200`);
        assert.equal(calendar.days.length, 14);
        const sums = [...calendar.days, calendar.later].flatMap((each) => each.sums);
        assert.equal(
            sums.reduce((sum, each) => sum + each.orders, 0),
            items.length,
        );
        assert.ok(calendar.pressing.sums[0].orders >= 1);
        await page.goto(`${program.url}/shops/${nordic.id}/card-holds`);
        await page.locator("tr[data-order]").first().waitFor();
        const numbers = await page.locator("tr[data-order] th").allInnerTexts();
        assert.ok(numbers.indexOf(soon.number) < numbers.indexOf(late.number));
        assert.match(await row(soon.number).innerText(), /in 2\d hours/);
        assert.ok(await page.getByText(/run out within 48 hours|runs out within 48 hours/).isVisible());
        assert.deepEqual(await axe_findings(page), []);
    });

    test("both screens fit a phone, in German", async () => {
        const phone = await open_page(browser, { viewport: { width: 390, height: 844 }, locale: "de-CH" });
        await sign_in(phone.page, program);
        for (const name of ["unpaid", "card-holds"]) {
            await phone.page.goto(at(name));
            await phone.page.locator("tr[data-order], .nothing").first().waitFor();
            assert.ok((await overflow(phone.page)) <= 0, name);
            assert.deepEqual(await axe_findings(phone.page), [], name);
            await phone.page.screenshot({ path: join(screenshots, `${name}-390-de.png`) });
        }
        assert.deepEqual(phone.faults, []);
        await phone.context.close();
    });
});
