// A second factor that a shop demands, in the browser: the owner chooses roles and a day, the desk asks for it until
// then, and from then on leads to the one screen that sets it up.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { code_of } from "../support/telephone.mjs";
import { browser, program, signed_in, use_program } from "./desk.mjs";
import { axe_findings, call, has_count, open_page, overflow, saved, screenshots, shop_of, skip } from "./support.mjs";

const password = "correct horse battery";
const email = "packer-to-be@example.org";
describe("a second factor that the shop demands", { skip }, () => {
    let shop;
    let owner;
    use_program();
    before(async () => {
        owner = (await signed_in()).page;
        shop = await shop_of(owner, "web-shop");
        const wanted = { email, name: "", role: "packer", language: "en" };
        const made = await call(owner, "POST", `/api/v1/shops/${shop.id}/team`, wanted);
        const joined = await fetch(`${program.url}/api/v1/join/${made.invitation.secret}`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ name: "Pelle", password, language: "en" }),
        });
        assert.equal(joined.status, 200);
    });
    const card = () => owner.getByRole("region", { name: "Second factor" });

    test("the owner demands it of roles, from a day on", async () => {
        await owner.goto(`${program.url}/shops/${shop.id}/settings/team`);
        await card().getByRole("button", { name: "Save" }).waitFor();
        assert.ok(await card().getByRole("button", { name: "Save" }).isDisabled(), "nothing has changed");
        await card().getByLabel("Packer").check();
        await card().getByText("One person with such a role has none yet.").waitFor();
        await card().getByLabel("From").fill("2099-05-01");
        assert.deepEqual(await axe_findings(owner), []);
        assert.equal(await overflow(owner), 0);
        await owner.screenshot({ path: `${screenshots}/second-factor-demand-1440.png` });
        await card().getByRole("button", { name: "Save" }).click();
        await saved(owner);
        const { second_factor } = await call(owner, "GET", `/api/v1/shops/${shop.id}/team`);
        assert.deepEqual(second_factor.roles, ["packer"]);
        assert.match(second_factor.from, /^2099-05-01T00:00:00/);
        await owner.reload();
        assert.ok(await card().getByLabel("Packer").isChecked());
        assert.equal(await card().getByLabel("From").inputValue(), "2099-05-01");
    });

    test("until then the desk asks; on the day it leads to the set-up, and then opens", async () => {
        const { page, context, faults } = await open_page(browser);
        await page.goto(program.url);
        await page.getByLabel("E-mail").fill(email);
        await page.getByLabel("Password", { exact: true }).fill(password);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByText(/Set up a second factor until .*2099/).waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await page.getByRole("link", { name: "Set it up" }).click();
        await page.getByRole("button", { name: "Switch it on" }).waitFor();

        // The day comes while the desk is open.
        await call(owner, "PUT", `/api/v1/shops/${shop.id}/team/second-factor`, { roles: ["packer"] });
        // The desk hears of it and leads there by itself, or with the next step that somebody takes.
        const led = page.getByRole("heading", { name: "Set up a second factor" });
        const next = page.getByRole("link", { name: "Customers" }).click({ timeout: 5_000 });
        await next.catch(() => {});
        await led.waitFor();
        await has_count(page.getByRole("link", { name: "Customers" }), 0);
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/second-factor-required-1440.png` });
        await page.setViewportSize({ width: 390, height: 844 });
        assert.equal(await overflow(page), 0);
        await page.screenshot({ path: `${screenshots}/second-factor-required-390.png` });
        await page.setViewportSize({ width: 1440, height: 900 });
        // Nor any other way in.
        await page.goto(`${program.url}/shops/${shop.id}/orders`);
        await page.getByRole("heading", { name: "Set up a second factor" }).waitFor();
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.getByLabel("E-mail").fill(email);
        await page.getByLabel("Password", { exact: true }).fill(password);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByRole("heading", { name: "Set up a second factor" }).waitFor();

        await page.getByRole("button", { name: "Switch it on" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Password of now").fill(password);
        await dialog.getByRole("button", { name: "Go on" }).click();
        await dialog
            .getByLabel("The code it shows now")
            .fill(code_of(await dialog.getByLabel("Key to type").inputValue()));
        await dialog.getByRole("button", { name: "Confirm" }).click();
        await dialog.getByRole("button", { name: "I have kept them" }).click();
        await page.locator("a[data-row]").first().waitFor();
        await has_count(page.getByText("Set up a second factor"), 0);
        // The browser writes down each answer of 403; nothing else went wrong.
        assert.deepEqual(
            faults.filter((fault) => !/403|401/.test(fault)),
            [],
        );
        await context.close();
    });
});
