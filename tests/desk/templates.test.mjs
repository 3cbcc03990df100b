// A shop's own mail texts in the browser, in English and Danish: names put in, the preview that follows, what can't be
// kept, a second writer, and the way back.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { program, signed_in, use_program } from "./desk.mjs";
import { axe_findings, call, overflow, place_order, screenshots, shop_of, skip } from "./support.mjs";

describe("mail templates", { skip }, () => {
    let shop;
    let order;
    use_program();
    before(async () => {
        const { page, context } = await signed_in();
        shop = await shop_of(page, "web-shop");
        order = await place_order(page, shop);
        await context.close();
    });
    const at = (query = "") => `${program.url}/shops/${shop.id}/settings/templates${query}`;
    const api = (event, language) => `/api/v1/shops/${shop.id}/templates/${event}/${language}`;
    const mail_in = (page, title) => page.frameLocator(`iframe[title="${title}"]`).locator("body");

    test("a text is changed, previewed with the newest order, kept, and given up", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at());
        await page.getByRole("link", { name: "Order confirmation in English" }).click();
        await page.waitForURL(/mail=order_placed&language=en/);
        await mail_in(page, "Preview").getByText("Stoneware mug").waitFor();
        // Its own style arrived, although the desk allows none inline.
        const ground = await mail_in(page, "Preview").evaluate((body) => getComputedStyle(body).backgroundColor);
        assert.notEqual(ground, "rgba(0, 0, 0, 0)");
        await page.getByLabel("Subject", { exact: true }).fill("Thank you, ");
        await page.getByRole("button", { name: /^Name of the buyer/ }).click();
        assert.equal(await page.getByLabel("Subject", { exact: true }).inputValue(), "Thank you, {{buyer_name}}");
        await page.getByText("Thank you, Zoé Prøvekøber").waitFor();
        await page.getByLabel("Text", { exact: true }).fill("Hello **you**");
        await mail_in(page, "Preview").locator("strong", { hasText: "you" }).waitFor();
        await page.getByRole("button", { name: "Plain text" }).click();
        await page.getByRole("region", { name: "Plain text" }).getByText("Hello you").waitFor();
        // Another language and back: nothing that was typed is lost.
        await page.getByRole("link", { name: "Dansk" }).click();
        await page.locator('textarea[lang="da"]').waitFor();
        await page.getByRole("link", { name: "English" }).click();
        await page.waitForFunction(() => document.querySelector("textarea")?.value === "Hello **you**");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saved: the next mail says it like this").waitFor();
        const kept = await call(page, "GET", api("order_placed", "en"));
        assert.deepEqual([kept.subject, kept.body, kept.version], ["Thank you, {{buyer_name}}", "Hello **you**", 1]);
        await page.getByRole("button", { name: "Back to the shipped words" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Back to the shipped words" }).click();
        await page.getByText("The shipped words are back").waitFor();
        assert.equal((await call(page, "GET", api("order_placed", "en"))).is_changed, false);
        assert.match(await page.getByLabel("Text", { exact: true }).inputValue(), /Thank you for your order/);
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("what can't be kept is shown with its line, in Danish", async () => {
        const { page, context, faults } = await signed_in();
        await call(page, "PATCH", "/api/v1/session", { language: "da" });
        await page.goto(at("?mail=order_sent&language=da"));
        await page.getByRole("link", { name: "Alle mailskabeloner" }).waitFor();
        const text = page.getByLabel("Tekst", { exact: true });
        await text.fill("Kære {{buyer_name}}\n\nPakken {{tracking_nummer}} er sendt.");
        await page.getByRole("button", { name: "Linje 3" }).waitFor();
        await page.getByText("Der findes intet tracking_nummer i denne mail.").waitFor();
        await page.getByRole("button", { name: "Gem", exact: true }).click();
        await page.getByText("Intet er gemt: Ret de linjer, der er nævnt ovenfor.").waitFor();
        await page.getByRole("button", { name: "Linje 3" }).click();
        const chosen = await text.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
        assert.equal(chosen, "Pakken {{tracking_nummer}} er sendt.");
        await text.fill("Kære {{buyer_name}}\n\nPakken {{tracking_number}} er sendt.");
        await page.getByRole("button", { name: "Gem", exact: true }).click();
        await page.getByText("Gemt: Næste mail siger det sådan").waitFor();
        await page.goto(at());
        await page.getByTitle("Dansk: Egen tekst").waitFor();
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("a second writer is told, and nothing that was typed is lost", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("?mail=refund_made&language=en"));
        const text = page.getByLabel("Text", { exact: true });
        await text.fill("Mine");
        await call(page, "PUT", api("refund_made", "en"), { subject: "Theirs", body: "Theirs" });
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText(/Somebody else changed these words meanwhile/).waitFor();
        assert.equal(await text.inputValue(), "Mine");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saved: the next mail says it like this").waitFor();
        assert.equal((await call(page, "GET", api("refund_made", "en"))).body, "Mine");
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("an order is chosen for the preview by its number", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("?mail=order_placed&language=en"));
        await page.getByLabel("With order").fill("nothing");
        await page.getByText("There is no such order in this shop.").waitFor();
        await page.getByLabel("With order").fill(order.number);
        await page.getByText(`Your order ${order.number} at`).first().waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("W-51: orders with one ticket get words of their own", async () => {
        const { page, context, faults } = await signed_in();
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
        await page.goto(at("?mail=order_sent&language=en"));
        await page.getByLabel("Only for orders with").fill("VIP");
        await page.getByLabel("Only for orders with").press("Enter");
        await page.waitForURL(/article=VIP/);
        await page.getByLabel("Subject", { exact: true }).fill("Your VIP tickets");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saved: the next mail says it like this").waitFor();
        assert.equal((await call(page, "GET", `${api("order_sent", "en")}?article=VIP`)).subject, "Your VIP tickets");
        assert.equal((await call(page, "GET", api("order_sent", "en"))).is_changed, false);
        await page.screenshot({ path: `${screenshots}/template-article-1440.png` });
        await page.getByRole("link", { name: "every order" }).click();
        await page.waitForURL((address) => !address.search.includes("article"));
        await page.getByRole("link", { name: "VIP", exact: true }).click();
        await page.waitForFunction(() => /VIP/.test(document.querySelector("form input")?.value));
        assert.deepEqual(await axe_findings(page), []);
        assert.deepEqual(faults, []);
        await context.close();
    });

    for (const colorScheme of ["light", "dark"])
        for (const width of [1440, 390])
            test(`${colorScheme}, ${width} px: nothing overflows and axe finds nothing`, async () => {
                const viewport = { width, height: width === 390 ? 844 : 900 };
                const { page, context, faults } = await signed_in({ viewport, colorScheme });
                for (const [name, query, selector] of [
                    ["templates", "", "ul.list a"],
                    ["template", "?mail=order_placed&language=en", "iframe"],
                ]) {
                    await page.goto(at(query));
                    await page.locator(selector).first().waitFor();
                    await page.waitForTimeout(300);
                    assert.ok((await overflow(page)) <= 0, `${name} overflows`);
                    await page.screenshot({ path: `${screenshots}/${name}-${width}-${colorScheme}.png` });
                    assert.deepEqual(await axe_findings(page), [], name);
                }
                await page.locator("iframe").scrollIntoViewIfNeeded();
                await page.screenshot({ path: `${screenshots}/template-preview-${width}-${colorScheme}.png` });
                assert.deepEqual(faults, []);
                await context.close();
            });
});
