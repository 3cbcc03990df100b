// Team, tokens and one's own account in the browser: an owner invites, somebody joins by the link, roles change and end
// at once; a token is shown once; a password is changed and other sessions end.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { browser, program, signed_in, use_program } from "./desk.mjs";
import { axe_findings, call, has_count, open_page, overflow, saved, screenshots, shop_of, skip } from "./support.mjs";

const password = "correct horse battery";

describe("team, tokens and account", { skip }, () => {
    let shop;
    use_program();
    before(async () => {
        const { page, context } = await signed_in();
        shop = await shop_of(page, "web-shop");
        await context.close();
    });
    const at = (section) => `${program.url}/shops/${shop.id}/settings/${section}`;
    // The program knows its public address; the test's port was free only when it started.
    const here = (link) => program.url + new URL(link).pathname;
    async function link_of(page, email, role) {
        const { invitation } = await call(page, "POST", `/api/v1/shops/${shop.id}/team`, {
            email,
            name: "",
            role,
            language: "en",
        });
        return here(invitation.link);
    }
    async function join(email, role, options) {
        const owner = await signed_in();
        const link = await link_of(owner.page, email, role);
        await owner.context.close();
        const opened = await open_page(browser, options);
        await opened.page.goto(link);
        await opened.page.getByLabel("Your name").fill(email.split("@")[0]);
        await opened.page.getByLabel("A password").fill(password);
        await opened.page.getByRole("button", { name: `Join ${shop.name}` }).click();
        await opened.page.waitForURL(`**/shops/${shop.id}/orders`);
        await opened.page.locator("a[data-row]").first().waitFor();
        return opened;
    }

    test("an owner is invited, joins by the link once, and the team shows who it is", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("team"));
        await page.getByText("Nobody belongs to the team yet.").waitFor();
        await page.getByRole("button", { name: "Invite somebody" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("E-mail").fill("ida@");
        await dialog.getByRole("radio", { name: /^Owner/ }).check();
        await dialog.getByLabel("Language").selectOption("da");
        await dialog.getByRole("button", { name: "Invite", exact: true }).click();
        await dialog.getByText("This is not an e-mail address.").waitFor();
        await dialog.getByLabel("E-mail").fill("ida@example.org");
        await dialog.getByLabel("Name").fill("Ida Holm");
        await dialog.getByRole("button", { name: "Invite", exact: true }).click();
        const link = await page.getByLabel("Link to join").inputValue();
        assert.match(link, /^https?:\/\/.*\/join\/[\w-]{20,}$/);
        await page.getByRole("button", { name: "Done" }).click();
        await page.getByRole("row", { name: /Ida Holm.*Owner.*Invited/ }).waitFor();

        const guest = await open_page(browser);
        await guest.page.goto(here(link));
        await guest.page.getByRole("heading", { name: `Bliv en del af ${shop.name}` }).waitFor();
        assert.equal(await guest.page.getByLabel("Dit navn").inputValue(), "Ida Holm");
        await guest.page.screenshot({ path: `${screenshots}/join-da-1440.png` });
        assert.deepEqual(await axe_findings(guest.page), []);
        await guest.page.getByLabel("En adgangskode").fill("kort");
        await guest.page.getByRole("button", { name: `Kom ind i ${shop.name}` }).click();
        await guest.page.getByText("Mindst 10 tegn.", { exact: true }).waitFor();
        await guest.page.getByLabel("En adgangskode").fill(password);
        await guest.page.getByRole("button", { name: `Kom ind i ${shop.name}` }).click();
        await guest.page.waitForURL(`**/shops/${shop.id}/orders`);
        await guest.page.locator("a[data-row]").first().waitFor();
        assert.deepEqual(guest.faults, []);
        await guest.page.goto(here(link));
        await guest.page.getByRole("heading", { name: "Linket virker ikke længere" }).waitFor();
        await guest.context.close();

        await page.reload();
        await page.getByRole("row", { name: /Ida Holm.*Owner/ }).waitFor();
        await page.getByRole("button", { name: "Change Ida Holm" }).click();
        await dialog.getByRole("radio", { name: /^Clerk/ }).check();
        await dialog.getByRole("button", { name: "Make Clerk" }).click();
        await dialog.getByText("This is the shop's last owner.").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("a role changes, a member is removed, and is out at once", async () => {
        const guest = await join("bo@example.org", "clerk");
        const { page, context, faults } = await signed_in();
        await page.goto(at("team"));
        await page.getByRole("button", { name: "Change bo", exact: true }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("radio", { name: /^Packer/ }).check();
        await dialog.getByRole("button", { name: "Make Packer" }).click();
        await page.getByRole("row", { name: /bo@example.org.*Packer/ }).waitFor();
        const rights = (await call(guest.page, "GET", "/api/v1/session")).shops[0].rights;
        assert.deepEqual(rights, ["read", "work"]);
        await page.getByRole("button", { name: "Change bo", exact: true }).click();
        await dialog.getByRole("button", { name: "Remove from the team" }).click();
        await dialog.getByRole("button", { name: "Remove bo" }).click();
        await page.getByText("bo no longer belongs to the team").waitFor();
        await has_count(page.getByRole("row", { name: /bo@example.org/ }), 0);
        const status = await guest.page.evaluate(
            async (path) => (await fetch(path)).status,
            `/api/v1/shops/${shop.id}`,
        );
        assert.equal(status, 401, "the session ended with the last shop");
        assert.deepEqual(faults, []);
        await guest.context.close();
        await context.close();
    });

    test("an invitation gets a new link and is withdrawn", async () => {
        const { page, context, faults } = await signed_in();
        const first = await link_of(page, "eva@example.org", "viewer");
        await page.goto(at("team"));
        await page.getByRole("button", { name: "New link for eva@example.org" }).click();
        const second = here(await page.getByLabel("Link to join").inputValue());
        assert.notEqual(second, first);
        await page.getByRole("button", { name: "Done" }).click();
        await page.getByRole("button", { name: "Withdraw the invitation of eva@example.org" }).click();
        await page.getByText("The invitation of eva@example.org is withdrawn").waitFor();
        const guest = await open_page(browser);
        for (const link of [first, second]) {
            await guest.page.goto(link);
            await guest.page.getByRole("heading", { name: "This link no longer works" }).waitFor();
        }
        await guest.context.close();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("a token is shown once, works, tells when, and is revoked", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("tokens"));
        await page.getByRole("button", { name: "New token" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Name").fill("Webshop");
        await dialog.getByRole("radio", { name: /^Viewer/ }).check();
        await dialog.getByLabel("Works", { exact: true }).selectOption("90");
        await dialog.getByRole("button", { name: "Make the token" }).click();
        const key = await page.getByLabel("Token", { exact: true }).inputValue();
        await page.getByRole("button", { name: "I have it" }).click();
        await page.getByRole("row", { name: /Webshop.*Viewer.*never/ }).waitFor();
        const ask = () =>
            fetch(`${program.url}/api/v1/shops/${shop.id}`, { headers: { Authorization: `Bearer ${key}` } });
        assert.equal((await ask()).status, 200);
        await page.reload();
        await page.getByRole("row", { name: /Webshop/ }).waitFor();
        await has_count(page.getByRole("row", { name: /Webshop.*never/ }), 0);
        assert.ok(!(await page.content()).includes(key), "the key is not shown again");
        await page.getByRole("button", { name: "Revoke “Webshop”" }).click();
        await dialog.getByRole("button", { name: "Revoke “Webshop”" }).click();
        await page.getByText("“Webshop” is revoked").waitFor();
        assert.equal((await ask()).status, 401);
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("a person changes name and password, and other sessions end", async () => {
        const one = await join("kim@example.org", "viewer");
        const { page, context, faults } = one;
        const other = await open_page(browser);
        await other.page.goto(program.url);
        await other.page.locator("input[name=email]").fill("kim@example.org");
        await other.page.locator("input[name=password]").fill(password);
        await other.page.locator("button[type=submit]").click();
        await other.page.locator("a[data-row]").first().waitFor();
        // A viewer has no gear; the way leads through the own menu.
        await page.getByRole("button", { name: "Your settings" }).click();
        await page.getByRole("link", { name: "Your account" }).click();
        await page.getByText("In this browser and in one other.").waitFor();
        await page.getByLabel("Name").fill("Kim Sørensen");
        await page.getByRole("button", { name: "Save" }).click();
        await saved(page);
        await page.getByLabel("Password of now").fill("not this one");
        await page.getByLabel("New password").fill("a better password");
        await page.getByRole("button", { name: "Change the password" }).click();
        await page.getByText("This is not the password you have now.").waitFor();
        await page.getByLabel("Password of now").fill(password);
        await page.getByRole("button", { name: "Change the password" }).click();
        await page.getByText("The password is changed").waitFor();
        await page.getByText("Only in this browser.").waitFor();
        const status = await other.page.evaluate(async () => (await fetch("/api/v1/session")).status);
        assert.equal(status, 401);
        await other.context.close();
        await page.reload();
        assert.equal((await call(page, "GET", "/api/v1/session")).operator.name, "Kim Sørensen");
        assert.deepEqual(faults, []);
        await context.close();
    });

    for (const colorScheme of ["light", "dark"])
        for (const width of [1440, 390])
            test(`${colorScheme}, ${width} px: nothing overflows and axe finds nothing`, async () => {
                const viewport = { width, height: width === 390 ? 844 : 900 };
                const { page, context, faults } = await signed_in({ viewport, colorScheme });
                await link_of(page, "waiting@example.org", "accountant");
                const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/tokens`);
                if (items.length === 0) {
                    const path = `/api/v1/shops/${shop.id}/tokens`;
                    await call(page, "POST", path, { name: "Web shop", role: "storefront" });
                    await call(page, "POST", path, { name: "Till at the counter", role: "clerk" });
                }
                for (const [section, selector] of [
                    ["team", "table td"],
                    ["tokens", "table td"],
                    ["account", "#account-password"],
                ]) {
                    await page.goto(at(section));
                    await page.locator(selector).first().waitFor();
                    assert.ok((await overflow(page)) <= 0, `${section} overflows`);
                    await page.screenshot({ path: `${screenshots}/${section}-${width}-${colorScheme}.png` });
                    assert.deepEqual(await axe_findings(page), [], section);
                }
                await page.goto(at("team"));
                await page.getByRole("button", { name: "Invite somebody" }).click();
                await page.getByRole("dialog").waitFor();
                await page.waitForTimeout(300);
                await page.screenshot({ path: `${screenshots}/team-invite-${width}-${colorScheme}.png` });
                assert.deepEqual(await axe_findings(page), [], "invite");
                assert.deepEqual(faults, []);
                await context.close();
            });
});
