// What a shop's mails say and look like, seen where they are read: a test to oneself, the colour and the logo, and
// addresses that mail came back from.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { open_order, region } from "./order_page.mjs";
import { mail_to, report, take_bounce } from "./returned_mail.mjs";
import { start_sink } from "./smtp_sink.mjs";
import { axe_findings, call, overflow, place_order, screenshots, skip } from "./support.mjs";

let sink;

const path = () => `/api/v1/shops/${shop.id}`;
const mails_of = async (order) => (await call(page, "GET", `${path()}/mails?order=${order.id}`)).items;

describe("the words and looks of mails", { skip }, () => {
    before(async () => {
        sink = await start_sink();
        process.env.COMMIS_SMTP_URL = sink.url;
    });
    use_desk();
    after(() => {
        sink?.stop();
        delete process.env.COMMIS_SMTP_URL;
    });

    test("words that are not saved are sent to oneself, marked as a test, and to no customer", async () => {
        const order = await place_order(page, shop, { buyer: { name: "Test Reader", email: "reader@example.org" } });
        await page.goto(`${program.url}/shops/${shop.id}/settings/templates?mail=order_placed&language=en`);
        await page.getByLabel("Subject", { exact: true }).fill("Hello {{buyer_name}}");
        await page.getByText("Hello Test Reader").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/template-test.png` });
        await page.getByRole("button", { name: "Send me a test" }).click();
        await page.getByText(`The test is on its way to ${program.email}`).waitFor();
        const sent = await mail_to(sink, program.email, ({ text }) => /^Subject: Test: /m.test(text));
        assert.deepEqual(sent.to, [program.email]);
        assert.match(sent.text, /^Subject: Test: Hello Test Reader\r?$/m);
        assert.equal(
            (await mails_of(order)).some(({ is_test }) => is_test),
            false,
            "the order has no part in it",
        );
        await page.goto(`${program.url}/shops/${shop.id}/mails`);
        await page.getByRole("row", { name: program.email }).first().getByText("Test", { exact: true }).waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(`${program.url}/shops/${shop.id}/settings/templates?mail=order_placed&language=de`);
        await page.getByRole("button", { name: "Send me a test" }).waitFor();
        assert.equal(await overflow(page), 0);
        await page.setViewportSize({ width: 1440, height: 900 });
    });

    test("what can't be sent is not sent as a test", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/settings/templates?mail=order_sent&language=en`);
        const button = page.getByRole("button", { name: "Send me a test" });
        await button.waitFor();
        await page.getByLabel("Text", { exact: true }).fill("Dear {{nobody}}");
        await page.getByText("There is no nobody in this mail.", { exact: false }).first().waitFor();
        assert.equal(await button.isDisabled(), true);
        const body = { event: "order_sent", language: "en", subject: "x", body: "{{nobody}}" };
        await assert.rejects(call(page, "POST", `${path()}/templates/test`, body), /422.*unknown_name/);
    });

    test("colour, logo, telephone and website reach the mail; what is none is named at its field", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/settings/shop`);
        const field = (name) => page.getByLabel(name, { exact: true });
        await field("Colour").fill("yellow");
        await field("Address of the logo").fill("http://shop.example/logo.png");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("A colour is # and six digits", { exact: false }).waitFor();
        await page.getByText("The address of a picture begins with https://", { exact: false }).waitFor();
        await field("Colour").fill("#FACC15");
        await field("Address of the logo").fill("https://shop.example/logo.png");
        await field("Telephone").fill("+33 4 72 00 00 00");
        await field("Website").fill("https://shop.example");
        await field("Telephone").scrollIntoViewIfNeeded();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/mail-look.png` });
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByRole("button", { name: "Save" }).waitFor({ state: "detached" });
        await page.setViewportSize({ width: 390, height: 844 });
        assert.equal(await overflow(page), 0);
        await page.getByText("Do not write to addresses").scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${screenshots}/mail-look-390.png` });
        await page.setViewportSize({ width: 1440, height: 900 });
        const { mail } = await call(page, "GET", path());
        assert.deepEqual([mail.color, mail.logo_url], ["#facc15", "https://shop.example/logo.png"]);
        await place_order(page, shop, { buyer: { name: "Look", email: "look@example.org" } });
        const { text } = await mail_to(sink, "look@example.org");
        const parts = text.split(/=\r\n/).join("").replaceAll("=3D", "=");
        for (const said of ["#facc15", "https://shop.example/logo.png", "+33 4 72 00 00 00", "https://shop.example"]) {
            assert.ok(parts.includes(said), said);
        }
    });

    test("X-01: an address that mail came back from is not written to, as is said before, until lifted", async () => {
        const email = `gone-${process.pid}@example.org`;
        await page.goto(`${program.url}/shops/${shop.id}/settings/shop`);
        await page.getByLabel("Do not write to addresses whose mail came back").check();
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByRole("button", { name: "Save" }).waitFor({ state: "detached" });
        const order = await place_order(page, shop, { buyer: { name: "Gone", email } });
        await take_bounce(program, report(await mail_to(sink, email), email, "550 5.1.1 User unknown"));

        await open_order(order);
        const why = "Mail to this address came back, and the shop sends none there";
        await page.getByRole("button", { name: "Change state" }).first().click();
        const dialog = page.getByRole("dialog");
        const states = await dialog.locator("select option").evaluateAll((all) => all.map((each) => each.value));
        if (states.includes("to_prepare")) await dialog.locator("select").first().selectOption("to_prepare");
        await dialog
            .getByRole("checkbox", { name: /Notify|Tell|mail/i })
            .first()
            .check();
        await dialog.getByText(why).waitFor();
        await page.screenshot({ path: `${screenshots}/returned-preview.png` });
        await page.keyboard.press("Escape");
        await call(page, "POST", `${path()}/orders/${order.id}/actions/send-mail`, { subject: "One", body: "Word" });
        await page.reload();
        await region("Mails").getByText(why).waitFor();
        assert.equal((await mails_of(order))[0].reason, "address_returned");

        const { items } = await call(page, "GET", `${path()}/customers?email=${email}`);
        await page.goto(`${program.url}/shops/${shop.id}/customers/${items[0].id}`);
        await page.getByText("Until then this shop sends nothing to it.").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/returned-customer.png` });
        await page.getByRole("button", { name: "The address is right" }).click();
        await page.getByText("Mail leaves to this address again").waitFor();
        await page.getByText("Until then this shop sends nothing to it.").waitFor({ state: "detached" });
        await call(page, "POST", `${path()}/orders/${order.id}/actions/send-mail`, { subject: "Two", body: "Word" });
        await mail_to(sink, email, ({ text }) => /^Subject: Two/m.test(text));
    });
});
