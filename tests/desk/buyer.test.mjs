// The buyer's page in a browser: with scripts and without, on a desk and on a phone; what is asked for there ends in
// the right facts and mails; and its address stays with whoever has it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browser, page, program, shop, use_desk } from "./desk.mjs";
import { act, api, now } from "./order_page.mjs";
import { axe_findings, open_page, overflow, place_order, screenshots, shop_of, skip } from "./support.mjs";

const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };
const address_of = async (order, of = shop) => program.url + new URL((await now(order, of)).customer_url).pathname;
const kinds_of = async (order) => (await api("GET", `/mails?order=${order.id}`)).items.map(({ event }) => event);
const english = (more = {}) =>
    place_order(page, shop, { language: "en", payment: { method: "bank-transfer" }, ...more });

/** A buyer's own browser, which asks nobody but the shop; what it asked for is in `asked`. */
async function buyer_at(url, options = {}) {
    const opened = await open_page(browser, { viewport: phone, ...options });
    opened.asked = [];
    opened.page.on("request", (request) => opened.asked.push(request));
    await opened.page.goto(url);
    return opened;
}
const heading = (of, name) => of.getByRole("heading", { level: 1, name });

describe("the buyer's page", { skip }, () => {
    const tokens = new Set();
    before(() => (process.env.COMMIS_LOG_LEVEL = "debug"));
    after(() => delete process.env.COMMIS_LOG_LEVEL);
    use_desk();

    test("O-22, C-08: tells everything of a paid and partly sent order, small and without a script", async () => {
        const order = await english();
        await act(order, "mark-paid");
        const { lines } = await now(order);
        await act(order, "ship", {
            lines: [{ line: lines[0].id, quantity: 2 }],
            tracking: { carrier: "Colissimo", number: "6A0146", url: "https://track.example/6A0146" },
        });
        if (!(await now(order)).invoiced) await act(order, "invoice");
        await act(order, "cancel", { lines: [{ line: lines[0].id, quantity: 1 }] });
        const url = await address_of(order);
        tokens.add(url.split("/o/")[1]);
        for (const javaScriptEnabled of [false, true]) {
            const buyer = await buyer_at(url, { javaScriptEnabled });
            await heading(buyer.page, `Order ${order.number}`).waitFor();
            await buyer.page.getByRole("link", { name: "Follow the parcel" }).waitFor();
            await buyer.page.getByRole("link", { name: /^Invoice .* \(PDF\)/ }).waitFor();
            const sizes = await Promise.all(
                buyer.asked.map(async (each) => (await (await each.response()).body()).length),
            );
            assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 30_000, `${sizes}`);
            assert.deepEqual([...new Set(buyer.asked.map((each) => new URL(each.url()).origin))], [program.url]);
            assert.deepEqual(await buyer.context.cookies(), []);
            assert.deepEqual(buyer.faults, []);
            await buyer.context.close();
        }
    });

    test("has no findings, fits a phone, a desk, the dark and paper, and speaks four languages", async () => {
        const order = await english();
        const url = await address_of(order);
        const buyer = await buyer_at(url);
        const shoot = (name, size) =>
            buyer.page.screenshot({ path: `${screenshots}/${name}-${size}.png`, fullPage: true });
        for (const [rest, name] of [
            ["", "buyer"],
            ["/ask/withdrawal", "buyer-withdraw"],
            ["/ask/cancellation", "buyer-cancel"],
        ]) {
            await buyer.page.goto(url + rest);
            for (const colorScheme of ["dark", "light"]) {
                await buyer.page.emulateMedia({ colorScheme });
                assert.deepEqual(await axe_findings(buyer.page), [], `${name} ${colorScheme}`);
                if (colorScheme === "dark") await shoot(name, "dark");
            }
            assert.ok((await overflow(buyer.page)) <= 0, `${name} is wider than a phone`);
            await shoot(name, 390);
            await buyer.page.setViewportSize(wide);
            await shoot(name, 1440);
            await buyer.page.setViewportSize(phone);
        }
        await buyer.page.goto(url);
        await buyer.page.emulateMedia({ media: "print" });
        assert.equal(await buyer.page.getByRole("navigation").isVisible(), false);
        await buyer.page.emulateMedia({ media: "screen" });
        for (const [language, words] of [
            ["Deutsch", "Bestellung"],
            ["Français", "Commande"],
            ["Dansk", "Ordre"],
        ]) {
            await buyer.page.getByRole("link", { name: language }).click();
            await heading(buyer.page, `${words} ${order.number}`).waitFor();
        }
        await buyer.page.getByRole("link", { name: "Fortryd købet her" }).click();
        await heading(buyer.page, "Fortryd købet").waitFor();
        await buyer.context.close();
    });

    test("withdraws in two steps without a script, with the keyboard, and has a receipt to the second", async () => {
        const order = await english();
        const buyer = await buyer_at(await address_of(order), { javaScriptEnabled: false });
        await buyer.page.getByRole("link", { name: "Withdraw from the contract here" }).focus();
        await buyer.page.keyboard.press("Enter");
        await heading(buyer.page, "Withdraw from the contract").waitFor();
        await buyer.page.getByRole("button", { name: "Continue" }).focus();
        await buyer.page.keyboard.press("Enter");
        await buyer.page.getByRole("button", { name: "Confirm withdrawal" }).waitFor();
        assert.deepEqual((await now(order)).requests, []);
        await buyer.page.screenshot({ path: `${screenshots}/buyer-confirm-390.png`, fullPage: true });
        await buyer.page.getByRole("button", { name: "Confirm withdrawal" }).press("Enter");
        await heading(buyer.page, "We have received your withdrawal").waitFor();
        await buyer.page.getByText(/Received on .*\d\d:\d\d:\d\d .*UTC/).waitFor();
        await buyer.page.screenshot({ path: `${screenshots}/buyer-receipt-390.png`, fullPage: true });
        await buyer.page.reload();
        const { requests } = await now(order);
        assert.equal(requests.length, 1);
        assert.equal(requests[0].kind, "withdrawal");
        const kinds = await kinds_of(order);
        assert.ok(kinds.includes("withdrawal_received"), `${kinds}`);
        assert.ok(kinds.includes("request_operator"), `${kinds}`);
        const sent = buyer.asked.filter((request) => request.method() === "POST").at(-1);
        const again = await buyer.page.request.post(sent.url(), {
            data: sent.postData(),
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
        });
        assert.match(await again.text(), /We have received your withdrawal/);
        assert.equal((await now(order)).requests.length, 1, "sent twice, asked once");
        await buyer.context.close();
    });

    test("asks to cancel a unit, keeps what was typed, and shows the shop's yes", async () => {
        const order = await english();
        const url = await address_of(order);
        const buyer = await buyer_at(`${url}/ask/cancellation`);
        await buyer.page.getByLabel("Your words to the shop").fill("Two are\nenough");
        await buyer.page.getByRole("button", { name: "Continue" }).click();
        await buyer.page.getByRole("alert").getByRole("link", { name: "Choose at least one item." }).click();
        assert.deepEqual(await axe_findings(buyer.page), []);
        await buyer.page.keyboard.press("Control+A");
        await buyer.page.keyboard.type("1");
        assert.equal(await buyer.page.getByLabel("Your words to the shop").inputValue(), "Two are\nenough\n");
        await buyer.page.screenshot({ path: `${screenshots}/buyer-error-390.png`, fullPage: true });
        await buyer.page.getByRole("button", { name: "Continue" }).click();
        assert.deepEqual(await axe_findings(buyer.page), []);
        await buyer.page.getByRole("button", { name: "Change something" }).click();
        assert.equal(await buyer.page.getByRole("spinbutton").first().inputValue(), "1");
        await buyer.page.getByRole("button", { name: "Continue" }).click();
        await buyer.page.getByRole("button", { name: "Send request" }).click();
        await heading(buyer.page, "We have received your request").waitFor();
        await act(order, "approve-request");
        assert.equal((await now(order)).lines[0].cancelled, 1);
        await buyer.page.goto(url);
        await buyer.page.getByText("The shop agreed, and it is done.").waitFor();
        const kinds = await kinds_of(order);
        for (const kind of ["request_received", "request_operator", "request_answered"])
            assert.ok(kinds.includes(kind), `${kind} in ${kinds}`);
        await buyer.context.close();
    });

    test("C-35: registers a return with reason and exchange, and prints its slip", async () => {
        const order = await english();
        await act(order, "mark-paid");
        await act(order, "ship", {});
        const url = await address_of(order);
        const buyer = await buyer_at(url);
        await buyer.page.getByRole("link", { name: "Register a return" }).click();
        await buyer.page.getByRole("spinbutton").first().fill("2");
        await buyer.page.getByLabel("Why").first().selectOption({ label: "Too small" });
        await buyer.page.getByLabel("I would like an exchange").first().check();
        assert.deepEqual(await axe_findings(buyer.page), []);
        await buyer.page.screenshot({ path: `${screenshots}/buyer-return-390.png`, fullPage: true });
        await buyer.page.getByRole("button", { name: "Continue" }).click();
        await buyer.page.getByRole("button", { name: "Register return" }).click();
        await heading(buyer.page, "We have received your return request").waitFor();
        const { requests } = await now(order);
        assert.equal(requests[0].lines[0].quantity, 2);
        assert.equal(requests[0].lines[0].reason, "too_small");
        assert.equal(requests[0].lines[0].exchange_wanted, true);
        await act(order, "approve-request");
        await buyer.page.goto(url);
        const slip = buyer.page.getByRole("link", { name: "Return slip (PDF)" });
        const answer = await buyer.page.request.get(program.url + (await slip.getAttribute("href")));
        assert.equal(answer.headers()["content-type"], "application/pdf");
        assert.match((await answer.body()).subarray(0, 8).toString(), /^%PDF-1/);
        assert.deepEqual(await axe_findings(buyer.page), []);
        await buyer.page.screenshot({ path: `${screenshots}/buyer-approved-390.png`, fullPage: true });
        await buyer.page.setViewportSize(wide);
        await buyer.page.screenshot({ path: `${screenshots}/buyer-approved-1440.png`, fullPage: true });
        await buyer.context.close();
    });

    test("lists tickets of an event", async () => {
        const event = await shop_of(page, "event-registration");
        const order = await place_order(page, event, {
            language: "de",
            payment: { method: "cheque" },
            lines: [
                {
                    name: "Forum Nord",
                    kind: "ticket",
                    quantity: 2,
                    unit_price: 12900,
                    tax_rate: "19",
                    attendees: [{ name: "Ada Byron" }, { name: "Niels Bohr" }],
                },
            ],
            shipping: undefined,
        });
        await act(order, "mark-paid", {}, event);
        const buyer = await buyer_at(await address_of(order, event));
        await buyer.page.getByRole("heading", { name: "Ihre Tickets" }).waitFor();
        await buyer.page.getByText("Gültig").first().waitFor();
        assert.deepEqual(await axe_findings(buyer.page), []);
        await buyer.page.screenshot({ path: `${screenshots}/buyer-tickets-390.png`, fullPage: true });
        await buyer.context.close();
    });

    test("leaves its address to nobody: no referrer, no log, and the old one is dead once renewed", async () => {
        const order = await english();
        await act(order, "mark-paid");
        await act(order, "ship", { tracking: { carrier: "X", number: "1", url: "https://track.example/1" } });
        const url = await address_of(order);
        tokens.add(url.split("/o/")[1]);
        const buyer = await buyer_at(url);
        let followed;
        await buyer.context.route("https://track.example/**", (route) => {
            followed = route.request().headers();
            return route.fulfill({ body: "here it is" });
        });
        await buyer.page.getByRole("link", { name: "Follow the parcel" }).click();
        await buyer.page.getByText("here it is").waitFor();
        assert.equal(followed.referer, undefined);
        for (const rest of ["/nothing/here", "/ask/nothing", "/returns/1.pdf"])
            await buyer.page.request.get(url + rest);
        await act(order, "renew-link");
        assert.equal((await buyer.page.goto(url)).status(), 404);
        await heading(buyer.page, "This page is not there").waitFor();
        assert.deepEqual(await axe_findings(buyer.page), []);
        assert.notEqual(await address_of(order), url);
        await buyer.page.goto(await address_of(order));
        await heading(buyer.page, `Order ${order.number}`).waitFor();
        await buyer.context.close();
        const log = program.log();
        assert.match(log, /"route":"\/o\/\{token\}"/, "the log knows that such a page was opened");
        for (const token of tokens) {
            assert.ok(token.length > 40);
            assert.ok(!log.includes(token), "and not which");
            assert.ok(!log.includes(token.slice(-22)), "nor its proof");
        }
    });
});
