// What is kept of one person: taken along as a file, erased once nothing is open, and shown as gone afterwards.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { page, program, shop, use_desk } from "./desk.mjs";
import { act, api, closed, dialog, now, open_order, pictures, verb } from "./order_page.mjs";
import { axe_findings, has_count, place_order, saved, skip } from "./support.mjs";

const mug = [{ name: "Mug", kind: "goods", quantity: 1, unit_price: 1000 }];
const person = (name) => ({ name, email: `${name.toLowerCase().replace(" ", ".")}-${process.pid}@example.org` });
const finish = async (order) => {
    if ((await now(order)).totals.due > 0) await act(order, "mark-paid");
    await act(order, "ship");
    await act(order, "invoice");
};
const open_record = async (buyer) => {
    const { items } = await api("GET", `/customers?email=${encodeURIComponent(buyer.email)}`);
    await page.goto(`${program.url}/shops/${shop.id}/customers/${items[0].id}`);
    await page.getByRole("button", { name: "Personal data…" }).click();
    await dialog().getByRole("heading", { name: "Erase personal data" }).waitFor();
};

describe("personal data", { skip }, () => {
    use_desk();

    test("a customer's dialog hands everything out, names what is open, and erases once nothing is", async () => {
        const buyer = person("Petra Parting");
        const order = await place_order(page, shop, { buyer, lines: mug, payment: { method: "cheque" } });
        await open_record(buyer);
        await dialog().getByText("1 order is not done yet").waitFor();
        await dialog().getByRole("link", { name: order.number }).waitFor();
        assert.equal(await verb("Erase personal data").isDisabled(), true);
        const waiting = page.waitForEvent("download");
        await dialog().getByRole("link", { name: "Download everything" }).click();
        const file = JSON.parse(await readFile(await (await waiting).path(), "utf8"));
        assert.equal(file.customer.name, buyer.name);
        assert.deepEqual(
            file.orders.map((each) => each.number),
            [order.number],
        );
        await page.keyboard.press("Escape");
        await closed();

        await finish(order);
        await open_record(buyer);
        await dialog().getByText("1 order and the customer’s record lose the person.").waitFor();
        await dialog().getByText("1 invoice or credit note is kept as issued, for 10 years").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("erase-customer");
        assert.equal(await verb("Erase personal data").isDisabled(), true, "asked once more");
        await dialog().getByLabel("Yes, erase this person for good").check();
        await verb("Erase personal data").click();
        await page.waitForURL(`${program.url}/shops/${shop.id}/customers`);

        for (let tries = 0; tries < 50 && (await now(order)).people_erased_at === null; ++tries) {
            await page.waitForTimeout(100);
        }
        await open_order(order);
        await page.getByText("The personal data of this order were erased on").waitFor();
        await has_count(page.getByText("Petra"), 0);
        await pictures("erased-order");
        await page.goto(`${program.url}/shops/${shop.id}/orders?q=${order.number}`);
        await page.getByRole("cell", { name: "Personal data erased" }).first().waitFor();
        await page.goto(`${program.url}/shops/${shop.id}/orders?q=Petra%20Parting`);
        await page.getByText("Petra Parting").first().waitFor();
        await has_count(page.getByRole("link", { name: order.number }), 0);
    });

    test("one order is erased from its own menu, which says why not while it is open", async () => {
        const order = await place_order(page, shop, {
            buyer: person("Otto Once"),
            lines: mug,
            payment: { method: "cheque" },
        });
        await open_order(order);
        const menu = page.getByRole("button", { name: "Actions", exact: true });
        await menu.click();
        const item = page.getByRole("button", { name: /^Erase personal data/ });
        await item.getByText("Money or an invoice is still open").waitFor();
        await page.keyboard.press("Escape");
        await finish(order);
        await open_order(order);
        await menu.click();
        await item.click();
        await dialog().getByText("cannot be brought back").waitFor();
        await verb("Erase personal data").click();
        await closed();
        await page.getByText("The personal data of this order were erased on").waitFor();
        assert.equal((await now(order)).buyer.name, "");
    });

    test("how long people are kept is a setting with the law's bounds", async () => {
        await page.goto(`${program.url}/shops/${shop.id}/settings/personal-data`);
        await page.getByLabel("Keep invoices for (years)").fill("3");
        await page.getByRole("button", { name: "Save" }).click();
        await page.locator('[aria-invalid="true"]').waitFor();
        await page.getByLabel("Keep invoices for (years)").fill("11");
        await page.getByLabel("Erase people after (months)").fill("36");
        await page.getByRole("button", { name: "Save" }).click();
        await saved(page);
        const { personal_data } = await api("GET", "");
        assert.deepEqual(personal_data, { keep_documents_years: 11, erase_after_months: 36, archive_after_months: 0 });
        await pictures("settings-personal-data");
    });
});
