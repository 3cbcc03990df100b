// How papers are numbered and look, as a shop sets it, and the proof that no number of a series is missing.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { opened } from "./opened_paper.mjs";
import { act, pictures } from "./order_page.mjs";
import { axe_findings, call, has_count, place_order, saved, screenshots, skip } from "./support.mjs";

const at = (path) => page.goto(`${program.url}/shops/${shop.id}/${path}`);
// A picture of two by two dots.
const dots = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGOQi1oARAwQCgAcpgRhDbYChgAAAABJRU5ErkJggg==";

describe("numbers and looks of papers", { skip }, () => {
    use_desk();
    before(async () => {
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, { settings: { invoice_at: "manual" } });
        const order = await place_order(page, shop);
        for (const action of ["invoice", "delivery-note", "mark-paid", "view-receipt"]) await act(order, action);
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
        await saved(page);
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
        assert.equal(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth)), 2);
        await page.getByLabel("Footer, line 1").fill("RCS Paris 303 265 045");
        await page.getByLabel("Days to pay").fill("30");
        await page.getByLabel("Window of the envelope").selectOption("right");
        await page.getByLabel("Delivery notes come with a return slip").check();
        assert.deepEqual(await axe_findings(page), []);
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await saved(page);
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
        await has_count(page.locator("[data-proof]"), 4);
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
});
