// The papers of orders in the desk: made with one press, opened, sent, corrected, listed, printed together, proven, and
// how they look and are numbered.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { page, program, shop, signed_in, use_desk } from "./desk.mjs";
import { list, rows } from "./list_page.mjs";
import { opened } from "./opened_paper.mjs";
import { act, api, closed, dialog, now, open_order, pictures, region, verb } from "./order_page.mjs";
import { axe_findings, call, has_count, overflow, place_order, screenshots, skip } from "./support.mjs";

const whole = 19587;
const section = () => region("Documents");
const papers = (kind) => section().locator(`[data-document=${kind}]`);
const at = (path) => page.goto(`${program.url}/shops/${shop.id}/${path}`);
const count = async (order, kind) => (await now(order)).documents.filter((paper) => paper.kind === kind).length;
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
        await page
            .getByRole("group", { name: "Actions", exact: true })
            .getByRole("button", { name: "Issue invoice" })
            .click();
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
        await page.getByRole("searchbox", { name: "Number" }).pressSequentially(number, { delay: 60 });
        await page.waitForFunction(() => document.querySelectorAll("tr[data-document]").length === 1);
        await page.getByLabel("To", { exact: true }).fill("2020-01-01");
        await page.getByText("No document matches").waitFor();
        await page.getByRole("button", { name: "Clear filters" }).click();
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
        await dialog().getByText("None of these orders has such a document", { exact: false }).waitFor();
        await has_count(dialog().getByRole("link", { name: "Open the file" }), 0);
        await page.keyboard.press("Escape");
    });

    test("a long print shows how far it is, and is stopped", async () => {
        const job = {
            id: "J1",
            shop: shop.id,
            kind: "print",
            kind_label: "Printing",
            status: "running",
            status_label: "",
            done: 10,
            total: 25,
            failed: [],
            counts: { printed: 10, skipped: 0 },
            has_rejects: false,
            created_at: "2026-11-23T08:00:00Z",
            finished_at: null,
        };
        await page.route("**/documents/batch", (route) => route.fulfill({ status: 202, json: job }));
        await page.route("**/jobs/J1/cancel", (route) => {
            job.status = "cancelled";
            return route.fulfill({ json: job });
        });
        await page.route("**/jobs/J1", (route) => route.fulfill({ json: job }));
        await list("?tag=print");
        await page.keyboard.press("a");
        await page.locator(".sum").waitFor();
        await page.keyboard.press("d");
        await verb("Make the file").click();
        await dialog().getByText("10 of 25").waitFor();
        await page.screenshot({ path: `${screenshots}/print-progress.png` });
        assert.deepEqual(await axe_findings(page), []);
        await verb("Stop").click();
        await dialog().getByText("Stopped: there is no file.").waitFor();
        await has_count(dialog().getByRole("link", { name: "Open the file" }), 0);
        await page.keyboard.press("Escape");
        await page.unrouteAll();
    });

    test("what was printed is found again among the jobs", async () => {
        await at("jobs");
        const files = page.locator(".job").getByRole("link", { name: "Open the file" });
        await files.first().waitFor();
        await has_count(files, 2, "what printed nothing has no file");
        assert.match(await opened(() => files.first().click()), /batch\.pdf$/);
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
