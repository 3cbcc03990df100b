// The papers of orders in the desk: made with one press, opened, sent, corrected, listed, printed together, proven, and
// how they look and are numbered.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { page, program, shop, signed_in, use_desk } from "./desk.mjs";
import { list, rows } from "./list_page.mjs";
import { act, api, closed, dialog, now, open_order, pictures, region, verb } from "./order_page.mjs";
import { axe_findings, call, overflow, place_order, screenshots, skip } from "./support.mjs";

const whole = 19587;
const section = () => region("Documents");
const papers = (kind) => section().locator(`[data-document=${kind}]`);
const at = (path) => page.goto(`${program.url}/shops/${shop.id}/${path}`);
const count = async (order, kind) => (await now(order)).documents.filter((paper) => paper.kind === kind).length;
/** What a press opens in a tab of its own: the address of a PDF, which is one. */
async function opened(press) {
    const answer = page.context().waitForEvent("response", (each) => /\.pdf(\?|$)/.test(each.url()));
    const tab = page.waitForEvent("popup");
    await press();
    const response = await answer;
    assert.equal(response.status(), 200, response.url());
    assert.match(response.headers()["content-type"], /^application\/pdf/);
    await (await tab).close();
    return new URL(response.url()).pathname;
}
// A picture of two by two dots.
const dots = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR4nGOQtjVhgFIMEAoADjABvZ0YpzAAAAAASUVORK5CYII=";

describe("papers", { skip }, () => {
    let order;
    use_desk();
    before(async () => {
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, {
            settings: { invoice_at: "manual", sends_invoice: false },
        });
        order = await place_order(page, shop);
    });

    test("O-06, P-03: the row opens the order’s page, and its number there the order form", async () => {
        await list(`?q=${order.number}`);
        await rows().first().locator("td.buyer").click();
        await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
        const form = `/api/v1/shops/${shop.id}/orders/${order.id}/order-form.pdf`;
        assert.equal(await opened(() => page.locator("h1 a").click()), form);
        assert.equal(await opened(() => section().getByRole("link", { name: "Order form" }).click()), form);
        await list(`?q=${order.number}`);
        await rows()
            .first()
            .getByRole("button", { name: `Actions for order ${order.number}` })
            .click();
        assert.equal(await opened(() => page.getByRole("menuitem", { name: "Order form" }).click()), form);
    });

    test("C-22: one press makes the delivery note and opens it; another finds the same one", async () => {
        await open_order(order);
        const press = () => section().getByRole("button", { name: "Delivery note", exact: true }).click();
        const first = await opened(press);
        assert.equal(await count(order, "delivery_note"), 1);
        await papers("delivery_note").waitFor();
        assert.equal(await opened(press), first);
        assert.equal(await opened(() => page.keyboard.press("d")), first);
        assert.equal(await count(order, "delivery_note"), 1);
        await papers("delivery_note").getByRole("button").click();
        await opened(() => page.getByRole("button", { name: "New one with a return slip" }).click());
        const { documents } = await now(order);
        assert.deepEqual(
            documents.filter(({ kind }) => kind === "delivery_note").map(({ return_slip }) => return_slip),
            [false, true],
        );
    });

    test("a draft is asked for in the dialog; the next invoice is one press", async () => {
        await open_order(order);
        await page.getByRole("button", { name: "Actions", exact: true }).click();
        await page.getByRole("group", { name: "Actions", exact: true }).getByRole("button", { name: "Issue invoice" }).click();
        await dialog().getByLabel("Draft only").check();
        await verb("Make a draft").click();
        await closed();
        await section().getByText("draft, without a number").waitFor();
        assert.match(await opened(() => papers("invoice").locator("a.paper").click()), /draft-invoice\.pdf$/);
        await section().getByRole("button", { name: "Issue invoice" }).click();
        await page.getByText(/^Invoice .* issued over €195\.87$/).waitFor();
        const { documents } = await now(order);
        const [invoice, ...others] = documents.filter(({ kind }) => kind === "invoice");
        assert.deepEqual([invoice.draft, invoice.amount, others.length], [false, whole, 0]);
        assert.match(await opened(() => papers("invoice").locator("a.paper").click()), /documents\/[^/]+\.pdf$/);
        assert.deepEqual(await axe_findings(page), []);
        await pictures("order-papers");
    });

    test("D-19: a paper goes by mail to whom one names, with some words", async () => {
        await open_order(order);
        await papers("invoice").getByRole("button").click();
        await page.screenshot({ path: `${screenshots}/paper-menu.png` });
        await page.getByRole("button", { name: "Send document…" }).click();
        assert.equal(await dialog().getByLabel("To", { exact: true }).inputValue(), order.buyer.email);
        await dialog().getByLabel("To", { exact: true }).fill("books@example.org");
        await verb("Send document").click();
        await closed();
        const { items } = await api("GET", `/mails?order=${order.id}`);
        assert.ok(items.some((mail) => mail.event === "document_sent" && mail.to === "books@example.org"));
    });

    test("what an e-invoice lacks is said with the way to mend it; after a correction it is there", async () => {
        await open_order(order);
        const menu = () => page.getByRole("group", { name: /^Actions for Invoice/ });
        const form = (name) => menu().locator(`details[data-form=${name}]`);
        await papers("invoice").getByRole("button").click();
        await form("xrechnung").locator("summary").click();
        await form("xrechnung")
            .getByText("The buyer’s reference is missing", { exact: false })
            .or(form("xrechnung").getByText("The buyer's reference is missing", { exact: false }))
            .waitFor();
        await page.screenshot({ path: `${screenshots}/einvoice-missing.png` });
        assert.deepEqual(await axe_findings(page), []);
        await form("xrechnung").getByRole("button", { name: "Fill it in" }).first().click();
        await dialog().getByLabel("Reference on documents").fill("04011000-1234512345-35");
        await dialog().getByRole("button", { name: "Save 1 change" }).click();
        await closed();
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, {
            legal: {
                name: "Maison SARL",
                vat_id: "FR40303265045",
                registration: "303265045",
                address: { line1: "12 rue des Lilas", postal_code: "75011", city: "Paris", country: "FR" },
            },
            mail: { sender_name: "Maison", sender_address: "commandes@example.org", phone: "+33 1 23 45 67 89" },
            bank_accounts: [{ iban: "FR7630006000011234567890189", name: "Maison SARL" }],
        });
        await papers("invoice").getByRole("button").click();
        await page.getByRole("button", { name: "Correct the invoice…" }).click();
        await dialog().getByText("Issues a credit note over €195.87 and a new invoice over €195.87.").waitFor();
        await page.screenshot({ path: `${screenshots}/correct-dialog.png` });
        assert.deepEqual(await axe_findings(page), []);
        await verb("Credit €195.87 and invoice €195.87").click();
        await closed();
        assert.deepEqual([await count(order, "invoice"), await count(order, "credit_note")], [2, 1]);
        await papers("invoice").first().getByRole("button").click();
        const file = menu().locator("a[data-form=xrechnung]");
        await file.waitFor();
        const told = await page.evaluate(
            async (address) => (await fetch(address)).text(),
            await file.getAttribute("href"),
        );
        assert.match(told, /^<\?xml/);
        assert.ok(told.includes("04011000-1234512345-35"));
        await page.keyboard.press("Escape");
    });

    test("each parcel has its note, and a paid order its receipt", async () => {
        await act(order, "mark-paid");
        await act(order, "ship", { lines: [{ line: (await now(order)).lines[0].id, quantity: 1 }] });
        await open_order(order);
        const parcel = (await now(order)).shipments[0];
        await opened(() => page.locator("[data-parcel='1']").click());
        const notes = (await now(order)).documents.filter(({ kind }) => kind === "delivery_note");
        assert.equal(notes.at(-1).refers_to, parcel.id);
        await section().getByText("Parcel 1").waitFor();
        await opened(() => section().getByRole("button", { name: "View receipt" }).click());
        assert.equal(await count(order, "receipt"), 1);
    });

    test("all papers stand on one screen, by kind, number and day", async () => {
        await page.keyboard.press("g");
        await page.keyboard.press("d");
        await page.waitForURL("**/documents");
        await page.locator("tr[data-document]").first().waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("documents");
        await page.getByRole("link", { name: "Credit notes" }).click();
        await page.waitForURL("**kind=credit_note");
        await page.locator("tr[data-document=invoice]").first().waitFor({ state: "detached" });
        const credit = page.locator("tr[data-document=credit_note]").first();
        assert.match(await opened(() => credit.locator("[data-row]").click()), /documents\/[^/]+\.pdf$/);
        const number = await credit.locator("[data-row]").textContent();
        await page.getByRole("link", { name: "All", exact: true }).click();
        await page.getByRole("searchbox", { name: "Number" }).fill(number);
        await page.waitForFunction(() => document.querySelectorAll("tr[data-document]").length === 1);
        await page.getByLabel("To", { exact: true }).fill("2020-01-01");
        await page.getByText("No document matches").waitFor();
        await page.getByRole("link", { name: "Clear filters" }).click();
        await page.locator("tr[data-document]").nth(1).waitFor();
        await page.getByRole("link", { name: order.number, exact: true }).first().click();
        await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
    });

    test("what could not be printed is said with its reason, and nothing is no file", async () => {
        const other = await place_order(page, shop, { tags: ["print"] });
        await call(page, "PATCH", `/api/v1/shops/${shop.id}/orders/${order.id}`, { tags: ["print"] });
        await list("?tag=print");
        await page.keyboard.press("a");
        await page.locator(".sum").waitFor();
        await page.getByRole("button", { name: "More actions" }).click();
        await page.locator("[data-print=invoice]").click();
        await dialog().getByText("Orders without one are left out.", { exact: false }).waitFor();
        await verb("Make the file").click();
        await dialog().getByText("The file is ready: 1 printed, 1 left out").waitFor();
        await dialog().getByRole("link", { name: other.number }).waitFor();
        assert.match(await dialog().locator("ol li span").textContent(), /document/);
        await page.screenshot({ path: `${screenshots}/print-dialog.png` });
        assert.deepEqual(await axe_findings(page), []);
        assert.match(await opened(() => dialog().getByRole("link", { name: "Open the file" }).click()), /batch\.pdf$/);
        await dialog().getByRole("button", { name: "Print something else" }).click();
        await dialog().getByLabel("What is to be printed?").selectOption("pick_list");
        await verb("Make the file").click();
        await dialog().getByRole("link", { name: "Open the file" }).waitFor();
        await page.keyboard.press("Escape");
        await closed();
        await list(`?q=${other.number}`);
        await page.keyboard.press("a");
        await page.locator(".sum").waitFor();
        await page.keyboard.press("d");
        await dialog().getByLabel("What is to be printed?").selectOption("invoice");
        await verb("Make the file").click();
        await dialog().getByText("None of these orders has such a paper", { exact: false }).waitFor();
        assert.equal(await dialog().getByRole("link", { name: "Open the file" }).count(), 0);
        await page.keyboard.press("Escape");
    });

    test("what was printed is found again among the jobs", async () => {
        await at("jobs");
        const files = page.locator(".job").getByRole("link", { name: "Open the file" });
        await files.first().waitFor();
        assert.equal(await files.count(), 2, "what printed nothing has no file");
        assert.match(await opened(() => files.first().click()), /batch\.pdf$/);
    });

    test("D-15: numbers carry their year, begin anew with it, and are shown while one types", async () => {
        await at("settings/number-ranges");
        const range = page.locator("form").filter({ has: page.getByRole("heading", { name: "Invoices" }) });
        await range.getByLabel("Begin with 1 again each year").check();
        await range.getByRole("button", { name: /^Use/ }).or(range.locator("button[type=submit]")).first().click();
        await range.getByText("Numbers that begin anew each year need {year}").waitFor();
        const year = new Date().getFullYear();
        await range.getByLabel("Prefix").fill("{year}-");
        await range.getByText(`${year + 1} begins with ${year + 1}-`, { exact: false }).waitFor();
        assert.match(await range.locator("output").textContent(), new RegExp(`^${year}-`));
        await page.screenshot({ path: `${screenshots}/number-range-year.png` });
        assert.deepEqual(await axe_findings(page), []);
        await range.locator("button[type=submit]").click();
        await page.getByText("Saved").first().waitFor();
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/number-ranges`);
        const invoices = items.find(({ series }) => series === "invoice");
        assert.deepEqual([invoices.prefix, invoices.restarts_yearly], ["{year}-", true]);
        assert.equal(await range.locator("output").textContent(), invoices.preview);
    });

    test("the look of papers is set with a picture, and a sample shows it", async () => {
        await at("settings/papers");
        const file = page.locator("input[type=file]");
        await file.setInputFiles({ name: "x.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a") });
        await page.getByText("The picture must be a PNG.").waitFor();
        await file.setInputFiles({ name: "x.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
        await page.getByText("The picture must be a PNG.").waitFor();
        await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(dots, "base64") });
        const picture = page.getByRole("img", { name: /^Logo of/ });
        await picture.waitFor();
        assert.equal(await picture.evaluate(async (image) => (await image.decode(), image.naturalWidth)), 2);
        await page.getByLabel("Footer, line 1").fill("RCS Paris 303 265 045");
        await page.getByLabel("Days to pay").fill("30");
        await page.getByLabel("Window of the envelope").selectOption("right");
        await page.getByLabel("Delivery notes come with a return slip").check();
        assert.deepEqual(await axe_findings(page), []);
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await page.getByText("Saved").first().waitFor();
        const { papers: kept } = await call(page, "GET", `/api/v1/shops/${shop.id}`);
        assert.deepEqual(
            [kept.footer, kept.payment_days, kept.window, kept.return_slips],
            [["RCS Paris 303 265 045"], 30, "right", true],
        );
        await pictures("settings-papers");
        assert.match(await opened(() => page.getByRole("link", { name: "See a sample" }).click()), /preview\.pdf$/);
        await page.getByRole("button", { name: "Remove the logo" }).click();
        await picture.waitFor({ state: "detached" });
        assert.equal((await call(page, "GET", `/api/v1/shops/${shop.id}`)).papers.logo, null);
    });

    test("A-15: the series prove themselves, part by part, with a jump by hand that somebody made", async () => {
        const path = `/api/v1/shops/${shop.id}/number-ranges/invoice`;
        const [{ next_number: before }] = [
            (await call(page, "GET", `/api/v1/shops/${shop.id}/number-ranges`)).items.find(
                ({ series }) => series === "invoice",
            ),
        ];
        await call(page, "PATCH", path, { next_number: before + 100 });
        await at("documents");
        await page.getByRole("link", { name: "Prove the numbers" }).click();
        await page.getByRole("button", { name: "Prove all series" }).click();
        const invoices = page.locator("[data-proof=invoice]");
        await invoices.getByText("Whole: nothing missing, nothing changed").waitFor();
        await page.getByText("Keep this on paper", { exact: false }).waitFor();
        const proof = await call(page, "GET", `/api/v1/shops/${shop.id}/documents/proof?kind=invoice`);
        await invoices.getByText(proof.last_number, { exact: true }).first().waitFor();
        assert.equal((await invoices.locator(".value").textContent()).replaceAll(" ", ""), proof.last_digest);
        await invoices.getByText(`moved the next number from ${before} to ${before + 100}`, { exact: false }).waitFor();
        assert.equal(await page.locator("[data-proof]").count(), 4);
        assert.deepEqual(await axe_findings(page), []);
        await pictures("proof");
        await page.emulateMedia({ media: "print" });
        assert.equal(await page.getByRole("button", { name: "Prove again" }).isVisible(), false);
        await page.screenshot({ path: `${screenshots}/proof-print.png` });
        await page.emulateMedia({ media: "screen" });
    });

    test("a proof in parts goes on by itself, is stopped, and faults are said in words", async () => {
        let calls = 0;
        const part = {
            kind: "invoice",
            kind_label: "Invoice",
            checked: 20000,
            done: false,
            first_number: "R-1",
            last_number: "R-2",
            last_digest: "ab".repeat(32),
            last_issued_at: null,
            erased: 0,
            fault_count: 1,
            moves: [],
        };
        const fault = {
            code: "gap",
            text: "Numbers are missing before this one.",
            position: 7,
            number: "R-9",
            detail: "R-8",
        };
        await page.route("**/documents/proof?*", async (route) => {
            calls += 1;
            const after = Number(new URL(route.request().url()).searchParams.get("after"));
            if (calls > 3) await new Promise((go_on) => setTimeout(go_on, 400));
            await route.fulfill({ json: { ...part, faults: [fault], next: after + 20000 } }).catch(() => undefined);
        });
        await at("proof");
        await page.getByRole("button", { name: "Prove all series" }).click();
        await page.getByText("60,000 documents so far").waitFor();
        await page.getByRole("button", { name: "Stop" }).click();
        await page.getByText("Stopped: what was not looked at is not proven.").waitFor();
        const invoices = page.locator("[data-proof=invoice]");
        assert.ok((await invoices.getByText("Numbers are missing before this one.").count()) > 2);
        await invoices.getByText(/^\d faults$/).waitFor();
        await page.screenshot({ path: `${screenshots}/proof-faults.png` });
        assert.deepEqual(await axe_findings(page), []);
        await page.unroute("**/documents/proof?*");
    });

    test("reads well on a phone, in the dark, in every language", async () => {
        for (const [language, colorScheme] of [
            ["da", "light"],
            ["de", "dark"],
            ["fr", "light"],
            ["en", "dark"],
        ]) {
            const opened_page = await signed_in({
                viewport: { width: 390, height: 844 },
                colorScheme,
                locale: language,
            });
            const phone = opened_page.page;
            await call(phone, "PATCH", "/api/v1/session", { language });
            for (const [name, path, there] of [
                ["documents", "documents", "tr[data-document]"],
                ["order-papers", `orders/${order.id}`, "[data-document]"],
                ["settings-papers", "settings/papers", ".room form"],
                ["proof", "proof", ".nothing button"],
            ]) {
                await phone.goto(`${program.url}/shops/${shop.id}/${path}`);
                await phone.locator(there).first().waitFor();
                if (name === "proof") {
                    await phone.locator(".nothing button").click();
                    await phone.locator("[data-proof=receipt]").waitFor();
                }
                assert.ok((await overflow(phone)) <= 0, `${name} overflows in ${language}`);
                assert.deepEqual(await axe_findings(phone), [], `${name} ${language}`);
                const raw = /\b(papers|proof|settings|documents)\.[a-z_]+\b/.exec(
                    await phone.locator("main").innerText(),
                );
                assert.equal(raw, null, `${name} ${language}`);
                await phone.screenshot({ path: `${screenshots}/${name}-phone-${language}.png` });
            }
            await opened_page.context.close();
        }
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
    });
});
