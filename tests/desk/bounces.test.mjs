// A mail that came back is seen where its order is worked on, says what to do, and goes out again to the right address.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { dialog, open_order, region } from "./order_page.mjs";
import { id_of, mail_to, report, take_bounce } from "./returned_mail.mjs";
import { start_sink } from "./smtp_sink.mjs";
import { axe_findings, call, overflow, place_order, screenshots, skip } from "./support.mjs";

let sink;

const mails_of = async (order) => (await call(page, "GET", `/api/v1/shops/${shop.id}/mails?order=${order.id}`)).items;

describe("mail that came back", { skip }, () => {
    before(async () => {
        sink = await start_sink();
        process.env.COMMIS_SMTP_URL = sink.url;
    });
    use_desk();
    after(() => {
        sink?.stop();
        delete process.env.COMMIS_SMTP_URL;
    });

    test("W-32: a bounced confirmation is shown with its cause, corrected and sent again", async () => {
        const wrong = `zoe-${process.pid}@exmaple.org`;
        const right = `zoe-${process.pid}@example.org`;
        const order = await place_order(page, shop, { buyer: { name: "Zoé Lefèvre", email: wrong } });
        const sent = await mail_to(sink, wrong);
        const words = `550 5.1.1 <${wrong}>: Recipient address rejected: User unknown`;
        const message = report(sent, wrong, words);
        const said = await take_bounce(program, message);
        assert.match(said, new RegExp(`^recorded permanent ${wrong} shop=${shop.id} order=${order.number} `, "m"));
        assert.match(await take_bounce(program, message), /^known 1$/m);

        await open_order(order);
        const mails = region("Mails");
        await mails.getByText("Came back").waitFor();
        await mails.getByText("There is no such mailbox.").waitFor();
        await mails.getByText(words).waitFor();
        await region("Customer").getByText("A mail came back.").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/bounce-order.png`, fullPage: true });
        await page.setViewportSize({ width: 390, height: 844 });
        assert.equal(await overflow(page), 0);
        await mails.scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${screenshots}/bounce-order-390.png` });
        await page.setViewportSize({ width: 1440, height: 900 });

        await mails.getByRole("button", { name: "Correct the address" }).click();
        await dialog().getByLabel("E-mail").fill(right);
        await dialog().getByLabel("E-mail").press("Enter");
        await mails.getByRole("button", { name: `Send to ${right}` }).click();
        const again = await mail_to(sink, right);
        assert.equal(id_of(again), id_of(sent), "the same mail keeps its Message-ID");
        await mails.getByText("Came back").waitFor({ state: "detached" });
        const mail = (await mails_of(order)).find(({ to }) => to === right);
        assert.equal(mail.bounce, null);
    });

    test("what left is sent once more, byte for byte, after one question, and can be fetched as it left", async () => {
        const email = `again-${process.pid}@example.org`;
        const order = await place_order(page, shop, { buyer: { name: "Ada Again", email } });
        const first = await mail_to(sink, email);
        await open_order(order);
        const mails = region("Mails");
        const line = mails.getByRole("listitem").filter({ hasText: email });
        await line.getByRole("button", { name: "Send once more …" }).click();
        await mails.getByText(`Word for word to ${email}?`).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await mails.screenshot({ path: `${screenshots}/mail-once-more.png` });
        await line.getByRole("button", { name: "Send again" }).click();
        await region("Timeline").getByText("Sent once more as it was: Order confirmation").waitFor();
        const second = await mail_to(sink, email, (message) => message !== first);
        assert.equal(second.text, first.text);
        const [newest] = await mails_of(order);
        const kept = await page.request.get(`${program.url}/api/v1/shops/${shop.id}/mails/${newest.id}/message`);
        assert.equal(kept.headers()["content-type"], "message/rfc822");
        assert.equal((await kept.text()).trimEnd(), first.text.trimEnd());
    });

    test("O-11: the customer's record says that its address is dead, and why", async () => {
        const email = `dead-${process.pid}@example.org`;
        await place_order(page, shop, { buyer: { name: "Dead Letter", email } });
        const sent = await mail_to(sink, email);
        await take_bounce(program, report(sent, email, "552 5.2.2 Mailbox full"));
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/customers?email=${email}`);
        const customer = await call(page, "GET", `/api/v1/shops/${shop.id}/customers/${items[0].id}`);
        assert.equal(customer.bounce.cause, "mailbox_full");
        await page.goto(`${program.url}/shops/${shop.id}/customers/${customer.id}`);
        await page.getByText("The mailbox is full.").waitFor();
        await page.getByText("552 5.2.2 Mailbox full").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/bounce-customer.png` });

        await page.goto(`${program.url}/shops/${shop.id}/mails?show=failed`);
        await page.getByRole("row", { name: email }).getByText("Came back").waitFor();
        await page.screenshot({ path: `${screenshots}/bounce-mails.png` });
    });

    test("a refusal of our sender says nothing of the customer, and no line break is an address", async () => {
        const email = `policy-${process.pid}@example.org`;
        const order = await place_order(page, shop, { buyer: { name: "Policy", email } });
        const sent = await mail_to(sink, email);
        await take_bounce(program, report(sent, email, "550 5.7.26 Unauthenticated mail fails DMARC"));
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/customers?email=${email}`);
        const customer = await call(page, "GET", `/api/v1/shops/${shop.id}/customers/${items[0].id}`);
        assert.equal(customer.bounce, null);
        const mail = (await mails_of(order)).find(({ to }) => to === email);
        assert.equal(mail.bounce.cause, "sender_refused");
        const path = `/api/v1/shops/${shop.id}/mails/${mail.id}/retry`;
        for (const to of ["a@example.org\r\nBcc: b@example.org", "a@example.org,b@example.org", "", "a"]) {
            await assert.rejects(call(page, "POST", path, { to }), /422.*"\/to"|422.*bad_field/);
        }
    });
});
