// Statistics, customers, articles with stock, mails, imports and the way in, in the browser: they do what they say, and
// look right in light and dark, wide and narrow, in four languages.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { browser, program, signed_in, use_program } from "./desk.mjs";
import {
    axe_findings,
    call,
    open_page,
    overflow,
    place_order,
    project,
    saved,
    screenshots,
    shop_of,
    skip,
} from "./support.mjs";

describe("the screens beside the orders", { skip }, () => {
    let shop;
    let order;
    let customer;
    use_program();
    before(async () => {
        const { page, context } = await signed_in();
        shop = await shop_of(page, "web-shop");
        await call(page, "POST", `/api/v1/shops/${shop.id}/articles`, {
            sku: "SHORT-1",
            name: "A thing that is short",
            price: 500,
            supplier: "Poterie du Lac",
            stock: 1,
        });
        order = await place_order(page, shop, {
            lines: [{ sku: "SHORT-1", name: "A thing that is short", kind: "goods", quantity: 3, unit_price: 500 }],
        });
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/mark-paid`, {});
        const email = encodeURIComponent(order.buyer.email);
        customer = (await call(page, "GET", `/api/v1/shops/${shop.id}/customers?email=${email}`)).items[0];
        await context.close();
    });
    const at = (screen) => `${program.url}/shops/${shop.id}/${screen}`;

    test("O-11, C-34: an order leads to its buyer's record, which is edited and lists the order", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at(`orders/${order.id}`));
        await page.getByText("only 1 in the house").waitFor();
        await page.getByRole("link", { name: "Edit the customer’s record" }).click();
        await page.waitForURL(`**/customers/${customer.id}`);
        await page.getByRole("link", { name: order.number, exact: true }).waitFor();
        await page.getByRole("button", { name: "Edit", exact: true }).click();
        await page.getByLabel("Notes, for the shop only").fill("Rings twice");
        await page.getByLabel(/May pay on invoice/).check();
        // Somebody else was faster: what was typed stays, and sending again keeps both changes.
        await call(page, "PATCH", `/api/v1/shops/${shop.id}/customers/${customer.id}`, { company: "Elsewhere" });
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Somebody else has changed this record").waitFor();
        await page.getByText("Elsewhere").waitFor();
        assert.equal(await page.getByLabel("Notes, for the shop only").inputValue(), "Rings twice");
        await page.getByRole("button", { name: "Save" }).click();
        await saved(page);
        const now = await call(page, "GET", `/api/v1/shops/${shop.id}/customers/${customer.id}`);
        assert.deepEqual([now.notes, now.invoice_allowed, now.company], ["Rings twice", true, "Elsewhere"]);
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("a double is found by its e-mail and merged", async () => {
        const { page, context, faults } = await signed_in();
        const double = await place_order(page, shop, { buyer: { name: "Double", email: "double@example.org" } });
        await page.goto(at("customers?q=double@"));
        await page.getByRole("link", { name: "Double", exact: true }).click();
        await page.getByRole("button", { name: "Merge a double" }).click();
        const merging = page.getByLabel("E-mail of the customer that stays");
        await merging.fill("nobody@example.org");
        await page.getByRole("button", { name: "Find" }).click();
        await page.getByText("No other customer has this address.").waitFor();
        await merging.fill(order.buyer.email);
        await page.getByRole("button", { name: "Find" }).click();
        await page.getByText("1 order and the address double@example.org move").waitFor();
        await page.getByRole("button", { name: /^Merge into/ }).click();
        await page.waitForURL(`**/customers/${customer.id}`);
        await page.getByRole("link", { name: double.number, exact: true }).waitFor();
        await page.getByText("Also known as: double@example.org").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("an article is made, counted and short", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("articles"));
        await page.getByRole("button", { name: "New article" }).click();
        await page.getByRole("textbox", { name: "SKU" }).fill("NEW-1");
        await page.getByRole("dialog").getByLabel("Name").fill("New thing");
        await page.getByLabel(/^Price/).fill("12,3x");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("This is no amount.").waitFor();
        await page.getByLabel(/^Price/).fill("12.50");
        await page.getByLabel("In the house").fill("7");
        await page.getByRole("button", { name: "Save" }).click();
        await saved(page);
        await page.getByRole("searchbox").fill("new-1");
        await page.getByRole("row", { name: /NEW-1.*12\.50.*7.*0.*7/ }).waitFor();
        await page.getByRole("link", { name: "To order from suppliers" }).click();
        await page.getByRole("heading", { name: "Poterie du Lac" }).waitFor();
        await page.getByRole("row", { name: /SHORT-1.*2.*1.*3/ }).waitFor();
        await page.getByRole("link", { name: "Pick list" }).click();
        await page.getByRole("row", { name: new RegExp(`SHORT-1.*3.*1.*${order.number}`) }).waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("C-05: the list of customers says what each ordered, and the record where each order stands", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("customers"));
        await page.getByRole("searchbox").fill(order.buyer.email);
        const row = page.getByRole("row", { name: new RegExp(order.buyer.name) });
        const query = `email=${encodeURIComponent(order.buyer.email)}`;
        const [listed] = (await call(page, "GET", `/api/v1/shops/${shop.id}/customers?${query}`)).items;
        assert.ok(listed.orders > 0 && listed.total >= 1500, JSON.stringify(listed));
        await row.getByRole("cell", { name: `€${(listed.total / 100).toFixed(2)}` }).waitFor();
        await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
        await page.getByRole("button", { name: "Clear the search" }).click();
        await page.waitForFunction(() => document.querySelectorAll("tbody tr").length > 5);
        // Keys alone: down, down, up, open.
        await page.getByRole("heading", { name: "Customers" }).click();
        for (const key of ["j", "j", "k", "Enter"]) await page.keyboard.press(key);
        await page.waitForURL("**/customers/0*");
        await page.goto(at(`customers/${customer.id}`));
        const ordered = page.getByRole("row", { name: new RegExp(order.number) });
        await ordered.getByText("Ship", { exact: true }).waitFor();
        await ordered.getByText("Received").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("O-09: the customer is written to from the record, about the newest order", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at(`customers/${customer.id}`));
        await page.getByRole("button", { name: "Write an e-mail" }).click();
        const dialog = page.getByRole("dialog");
        const subject = await dialog.getByLabel("Subject").inputValue();
        const send = dialog.getByRole("button", { name: "Send" });
        assert.equal(await send.isDisabled(), true);
        await dialog.getByRole("textbox").last().fill("We found your teapot.");
        await send.click();
        await dialog.waitFor({ state: "detached" });
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/mails?limit=5`);
        assert.equal(items[0].to, order.buyer.email);
        assert.ok(subject.includes(items[0].order_number), subject);
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("O-05: statistics compare a period with the one before, and each figure leads to its orders", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("statistics"));
        await page.locator(".uplot canvas").first().waitFor();
        await page.getByText("As a table").first().click();
        await page.getByRole("columnheader", { name: "Period before" }).first().waitFor();
        await page.getByRole("button", { name: "Today", exact: true }).click();
        await page.waitForURL(/period=today/);
        await page.getByRole("link", { name: "A thing that is short" }).click();
        await page.waitForURL(/item=A\+thing/);
        await page.getByRole("link", { name: order.number, exact: true }).first().waitFor();
        await page.goBack();
        await page.locator(".uplot canvas").first().waitFor();
        await page.getByRole("button", { name: "Choose days" }).click();
        await page.getByLabel("From", { exact: true }).fill("2020-01-01");
        await page.getByLabel("To", { exact: true }).fill("2020-01-31");
        await page.getByRole("button", { name: "Show", exact: true }).click();
        await page.getByText("Nothing was ordered in these days.").waitFor();
        await page.goto(at("statistics?period=year"));
        await page.getByLabel("One bar per").selectOption("month");
        await page.waitForURL(/period=year&grain=month/);
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("W-25: statistics, the import screen and the order list export one format", async () => {
        const { page, context } = await signed_in();
        await page.goto(at("statistics?period=today"));
        const first_line = async (address) => {
            const answer = await page.request.get(new URL(address, program.url).href);
            assert.equal(answer.status(), 200);
            return (await answer.text()).split("\r\n")[0];
        };
        const link = page.getByRole("link", { name: "Export", exact: true });
        const of_statistics = await first_line(await link.getAttribute("href"));
        await page.goto(at("imports"));
        const of_screen = await first_line(await page.getByRole("link", { name: "Download CSV" }).getAttribute("href"));
        const of_list = await first_line(`/api/v1/shops/${shop.id}/exports/orders.csv?q=${order.number}`);
        assert.equal(of_statistics, of_list);
        assert.equal(of_screen, of_list);
        assert.match(of_list, /number/);
        await context.close();
    });

    test("W-45: a refund changes the figures that are shown, without asking again", async () => {
        const { page, context, faults } = await signed_in();
        const given = await place_order(page, shop, {});
        const path = `/api/v1/shops/${shop.id}/orders/${given.id}/actions`;
        await call(page, "POST", `${path}/mark-paid`, {});
        await page.goto(at("statistics?period=today"));
        const refunds = page.getByRole("row", { name: /^Money given back/ });
        await refunds.waitFor();
        const before = await refunds.innerText();
        await call(page, "POST", `${path}/refund`, { amount: 700 });
        await page.waitForFunction(
            (text) =>
                [...document.querySelectorAll("tr")].some(
                    (row) => row.innerText.startsWith("Money given back") && row.innerText !== text,
                ),
            before,
        );
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("C-10: stock is corrected where it stands, and little of it is marked", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("articles?q=SHORT-1"));
        const row = page.getByRole("row", { name: /SHORT-1/ });
        await row.getByText("Missing").waitFor();
        await row.getByRole("button", { name: "Correct the stock of SHORT-1: 1" }).click();
        await page.getByRole("button", { name: "One more" }).click();
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Enter");
        await page.getByText("SHORT-1: 3 in the house").waitFor();
        await row.getByText("None left").waitFor();
        // Back to what the other tests count on.
        await row.getByRole("button", { name: "Correct the stock of SHORT-1: 3" }).click();
        await page.getByRole("textbox", { name: "In the house" }).fill("1");
        await page.keyboard.press("Enter");
        await row.getByText("Missing").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("mails say what became of them, and why they wait", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("mails"));
        await page.getByRole("link", { name: "Waiting" }).click();
        await page.getByText("No mail server is set up. Mails wait here").waitFor();
        await page.getByRole("link", { name: "Failed" }).click();
        await page.getByText("No mail has failed").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("an import is recognized, explained, counted, and gives back what it rejected", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("imports"));
        const row = (id, price) => `${id},2026-11-20T10:00:00Z,Teapot,1,${price}`;
        const text = ["external_id,placed_at,name,quantity,unit_price", row("in-1", "12.00"), row("in-2", "much")].join(
            "\r\n",
        );
        const chosen = { name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(`${text}\r\n`) };
        await page
            .getByLabel("File", { exact: true })
            .setInputFiles({ ...chosen, name: "odd.csv", buffer: Buffer.from("a,b\r\n") });
        await page.getByText("The layout was not recognized; choose it.").waitFor();
        assert.equal(await page.getByRole("button", { name: "Import", exact: true }).isDisabled(), true);
        await page.getByLabel("File", { exact: true }).setInputFiles(chosen);
        await page.getByText("Recognized: Commis CSV").waitFor();
        await page.getByText("No mail leaves, no invoice is made and no stock moves.").waitFor();
        await page.screenshot({ path: `${screenshots}/import-chosen-1440.png` });
        await page.getByRole("button", { name: "Import", exact: true }).click();
        await page.getByRole("link", { name: "Rows not taken, with reasons" }).waitFor();
        await page.getByText("1 reason").click();
        await page.getByText(/^Row \d+:/).waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("the way in: four languages, a wrong password in words, the password shown on request", async () => {
        for (const colorScheme of ["light", "dark"])
            for (const width of [1440, 390]) {
                const viewport = { width, height: width === 390 ? 844 : 900 };
                const { page, context } = await open_page(browser, { viewport, colorScheme });
                await page.goto(program.url);
                await page.getByRole("button", { name: "Dansk" }).click();
                await page.getByRole("heading", { name: "Log ind på Commis" }).waitFor();
                await page.locator("input[name=email]").fill(program.email);
                await page.locator("input[name=password]").fill("not this one");
                await page.getByRole("button", { name: "Vis adgangskoden" }).click();
                assert.equal(await page.locator("input[name=password]").getAttribute("type"), "text");
                if (width === 1440) {
                    await page.locator("button[type=submit]").click();
                    await page.getByText("E-mail eller adgangskode er forkert.").waitFor();
                }
                assert.ok((await overflow(page)) <= 0);
                assert.deepEqual(await axe_findings(page), []);
                await page.screenshot({ path: `${screenshots}/sign-in-${width}-${colorScheme}.png` });
                await context.close();
            }
    });

    const screens = () => [
        ["customers", "customers", "tbody tr a"],
        ["customer", `customers/${customer.id}`, "tbody tr a"],
        ["articles", "articles", "tbody tr button"],
        ["pick-list", "pick-list", "tbody tr a"],
        ["supplier-list", "supplier-list", "tbody tr th"],
        ["statistics", "statistics", ".uplot canvas"],
        ["mails", "mails", "tbody tr a"],
        ["imports", "imports", "form"],
        ["removed-orders", "removed-orders", ".nothing, tbody tr button"],
    ];

    test("the screens in Danish, German and French: complete, and within a phone's width", async () => {
        const { page, context, faults } = await signed_in({ viewport: { width: 390, height: 844 } });
        for (const language of ["da", "de", "fr"]) {
            await call(page, "PATCH", "/api/v1/session", { language });
            const words = JSON.parse(await readFile(join(project, `locales/${language}/desk.json`), "utf8"));
            for (const [name, address, selector] of screens()) {
                await page.goto(at(address));
                await page.locator(selector).first().waitFor();
                await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
                const text = await page.evaluate(() => document.body.innerText);
                const raw = Object.keys(words).filter((key) =>
                    new RegExp(`(^|\\s)${key.replace(".", "\\.")}(\\s|$)`).test(text),
                );
                assert.deepEqual(raw, [], `${name} in ${language}`);
                assert.ok((await overflow(page)) <= 0, `${name} in ${language} overflows`);
            }
        }
        await call(page, "PATCH", "/api/v1/session", { language: "en" });
        assert.deepEqual(faults, []);
        await context.close();
    });

    for (const colorScheme of ["light", "dark"])
        for (const width of [1440, 390])
            test(`${colorScheme}, ${width} px: nothing overflows and axe finds nothing`, async () => {
                const viewport = { width, height: width === 390 ? 844 : 900 };
                const { page, context, faults } = await signed_in({ viewport, colorScheme });
                for (const [name, address, selector] of screens()) {
                    await page.goto(at(address));
                    await page.locator(selector).first().waitFor();
                    assert.ok((await overflow(page)) <= 0, `${name} overflows`);
                    await page.screenshot({ path: `${screenshots}/${name}-${width}-${colorScheme}.png` });
                    assert.deepEqual(await axe_findings(page), [], name);
                }
                assert.deepEqual(faults, []);
                await context.close();
            });
});
