// The settings in the browser: what an owner shapes by hand and by keyboard, what is refused and where it says so, in
// English and Danish, light and dark, wide and narrow.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { program, signed_in, use_program } from "./desk.mjs";
import { axe_findings, call, overflow, place_order, saved, screenshots, shop_of, skip } from "./support.mjs";

describe("the settings", { skip }, () => {
    let shop;
    let order;
    use_program();
    before(async () => {
        const { page, context } = await signed_in();
        shop = await shop_of(page, "web-shop");
        order = await place_order(page, shop);
        await context.close();
    });
    const at = (section) => `${program.url}/shops/${shop.id}/settings/${section}`;
    const stored = (page) => call(page, "GET", `/api/v1/shops/${shop.id}`);
    const save = async (page) => {
        await page.getByRole("button", { name: "Save" }).click();
        // The words of a save before may still stand; what is kept has no bar any more.
        await page.locator("form .bar").waitFor({ state: "detached" });
        await saved(page);
    };

    test("the gear leads to the sections, and the shop's own facts are kept", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(`${program.url}/shops/${shop.id}/orders`);
        await page.locator("a[data-row]").first().waitFor();
        await page.getByRole("link", { name: "Settings" }).click();
        await page.getByLabel("Legal name").fill("Maison SARL");
        await page.getByRole("button", { name: "Add an account" }).click();
        await page.getByLabel("IBAN").last().fill("FR76 3000 6000 0112 3456 7890 188");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("its check digits do not fit").waitFor();
        assert.equal(await page.getByLabel("Legal name").inputValue(), "Maison SARL", "nothing typed is lost");
        await page.getByLabel("IBAN").last().fill("fr76 3000 6000 0112 3456 7890 189");
        await save(page);
        const now = await stored(page);
        assert.equal(now.legal.name, "Maison SARL");
        assert.equal(now.bank_accounts.at(-1).iban, "FR76 3000 6000 0112 3456 7890 189");
        await page.getByText("Not saved yet").waitFor({ state: "detached" });
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("how many mails leave in a minute is set, refused when it is too many, and lifted again", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("shop"));
        const field = page.getByLabel("Mails a minute, at most");
        assert.equal(await field.inputValue(), "", "no limit is an empty field");
        await field.fill("30");
        await save(page);
        assert.equal((await stored(page)).mail.per_minute, 30);
        await page.reload();
        assert.equal(await field.inputValue(), "30");
        await field.fill("");
        await save(page);
        assert.equal((await stored(page)).mail.per_minute, 0);
        await field.fill("-3");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("This figure is out of range.").waitFor();
        assert.equal((await stored(page)).mail.per_minute, 0);
        assert.deepEqual(faults, []);
        await field.scrollIntoViewIfNeeded();
        await field.fill("30");
        await page.screenshot({ path: `${screenshots}/sending-per-minute.png` });
        await context.close();
    });

    test("two owners at once: what was typed stays, and the other's change is not undone", async () => {
        const { page, context } = await signed_in();
        await page.goto(at("shop"));
        await page.getByLabel("Registration").fill("RCS Paris");
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, {
            legal: { ...(await stored(page)).legal, vat_id: "" },
            mail: { sender_name: "Other" },
        });
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Somebody else changed the shop meanwhile").waitFor();
        assert.equal(await page.getByLabel("Registration").inputValue(), "RCS Paris");
        await save(page);
        const now = await stored(page);
        assert.deepEqual([now.legal.registration, now.mail.sender_name], ["RCS Paris", "Other"]);
        await context.close();
    });

    test("O-03, D-17: a state is added, named, moved and coloured by keyboard, and stands in the list", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("states"));
        await page.getByRole("button", { name: "Add a state" }).press("Enter");
        await page.keyboard.type("Emballage cadeau");
        await page.getByLabel("English").fill("Gift wrap");
        await page.getByRole("radio", { name: "Violet" }).press("Space");
        const up = page.getByRole("button", { name: "Move Gift wrap up" });
        await up.press("Enter");
        await page.getByText(/^Gift wrap is now number \d of 8$/).waitFor();
        assert.ok(await up.evaluate((button) => button === document.activeElement), "the focus stays on the arrow");
        await save(page);
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/states`);
        const made = items.find((state) => state.id === "emballage_cadeau");
        assert.deepEqual(
            [made.labels.en, made.labels.fr, made.color, made.stage],
            ["Gift wrap", "Emballage cadeau", "violet", "processing"],
        );
        assert.ok(items.indexOf(made) < items.findIndex((state) => state.stage === "completed"));
        await page.goto(`${program.url}/shops/${shop.id}/orders/${order.id}`);
        await page.getByText("Gift wrap").first().waitFor({ state: "attached" });
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("O-03: a state with orders can't go, an empty one can, and the list goes back to the profile's", async () => {
        const { page, context } = await signed_in();
        await page.goto(at("states"));
        const first = page.locator("ol > li").first();
        await first.locator("button.name").click();
        assert.ok(await first.getByRole("button", { name: "Remove this state" }).isDisabled());
        await first.getByText(/orders? stands? in it/).waitFor();
        assert.match(
            await first.getByRole("link", { name: "Show them" }).getAttribute("href"),
            /orders\?state=received/,
        );
        // An order came into it behind the page's back: the server names the state, and nothing is lost.
        const gift = page.locator("ol > li", { has: page.locator("button.name", { hasText: "Gift wrap" }) });
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/change-state`, {
            state: "emballage_cadeau",
        });
        await gift.locator("button.name").click();
        await gift.getByRole("button", { name: "Remove this state" }).click();
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText(/Nothing was saved: .*“Gift wrap”/).waitFor();
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/change-state`, {
            state: "received",
        });
        await page.getByRole("button", { name: "Discard" }).click();
        await page.getByRole("button", { name: "Back to the profile’s states" }).click();
        await gift.waitFor({ state: "detached" });
        await save(page);
        const { is_changed } = await call(page, "GET", `/api/v1/shops/${shop.id}/states`);
        assert.equal(is_changed, false);
        await context.close();
    });

    test("O-03: without a state for cancelled orders nothing is saved, and the page says why", async () => {
        const { page, context } = await signed_in();
        await page.goto(at("states"));
        const rows = page.locator("ol > li");
        await rows.first().waitFor();
        await rows.last().locator("button.name").click();
        await rows.last().getByRole("combobox").selectOption("on_hold");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("one state of the stage “cancelled” is needed").waitFor();
        await page.getByRole("button", { name: "Discard" }).click();
        await page.getByText("Nothing was saved").waitFor({ state: "detached" });
        await context.close();
    });

    test("X-13, C-13, C-14, W-53: a method is switched, told about and reminded on its days", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("payment-methods"));
        const cheque = page.locator("li", { has: page.locator("#method-cheque") });
        await cheque.getByRole("img", { name: /Day 5: a task asks you to remind/ }).waitFor();
        await cheque.locator("button.name").click();
        await page
            .getByRole("group", { name: "What the buyer is told" })
            .getByLabel(/Français/)
            .fill("Envoyez votre chèque à l’atelier.");
        await page.getByRole("button", { name: "Add a step" }).click();
        await page.getByLabel("On day").last().fill("3");
        await page.getByLabel("Step 2: what").selectOption("delete");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("This must be later than the step before.").waitFor();
        await page.getByLabel("On day").last().fill("21");
        await save(page);
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/payment-methods`);
        const method = items.find((each) => each.id === "cheque");
        assert.deepEqual(
            method.settings.dunning.map(({ day, action, automatic }) => [day, action, automatic]),
            [
                [5, "remind", false],
                [21, "delete", false],
            ],
        );
        assert.equal(method.settings.instructions.fr, "Envoyez votre chèque à l’atelier.");
        assert.equal(method.settings.instructions.en, method.defaults.instructions.en, "the other languages stay");
        await page.locator("#method-cheque").uncheck();
        await page.waitForFunction(() => document.querySelector("#method-cheque")?.matches(":not(:checked):enabled"));
        assert.equal((await stored(page)).payment_methods.find((each) => each.id === "cheque").on, false);
        await page.locator("#method-cheque").check();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("D-15, D-16: numbers are previewed, raised, and never lowered", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("number-ranges"));
        const invoices = page.getByRole("form", { name: "Invoices" });
        await invoices.getByLabel("Prefix").fill("2026");
        await invoices.getByRole("button", { name: /^Go on with/ }).click();
        await invoices.getByText("It must end in a letter or a sign").waitFor();
        await invoices.getByLabel("Prefix").fill("2026-");
        await invoices.getByLabel("Next number").fill("500");
        await invoices.getByText(/numbers will never be given/).waitFor();
        await invoices.getByRole("button", { name: "Go on with 2026-00500" }).click();
        await saved(page);
        const ranges = (await call(page, "GET", `/api/v1/shops/${shop.id}/number-ranges`)).items;
        assert.deepEqual(
            ranges.map((range) => range.series),
            ["order", "invoice", "credit_note", "delivery_note", "receipt"],
        );
        assert.equal(ranges[1].preview, "2026-00500");
        await invoices.getByLabel("Next number").fill("499");
        await invoices.getByRole("button", { name: /^Go on with/ }).click();
        await invoices.getByText("Numbers only go up: the next one is 500 at least.").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("W-50, D-23, X-18: somebody of the staff hears of one ticket's orders and gets copies", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("shop"));
        await page.getByRole("button", { name: "Add a rule" }).click();
        const rule = page.getByRole("group", { name: "Rule 1" });
        await rule.getByLabel("E-mail").fill("nobody");
        await rule.getByLabel("Only orders with").fill("MUG-1, LAMP");
        await rule.getByLabel("Copy of: Shipping notice").check();
        await page.getByRole("button", { name: "Save" }).click();
        await rule.locator("[aria-invalid=true]").waitFor();
        await rule.getByLabel("E-mail").fill("packing@example.org");
        await save(page);
        assert.deepEqual((await stored(page)).mail.rules, [
            { to: "packing@example.org", events: ["order_placed_operator", "order_sent"], articles: ["MUG-1", "LAMP"] },
        ]);
        await page.screenshot({ path: `${screenshots}/settings-staff-1440.png`, fullPage: true });
        assert.deepEqual(await axe_findings(page), []);
        await page.setViewportSize({ width: 390, height: 844 });
        assert.ok((await overflow(page)) <= 0);
        await rule.scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${screenshots}/settings-staff-390.png` });
        const told = await place_order(page, shop);
        const { items } = await call(page, "GET", `/api/v1/shops/${shop.id}/mails?order=${told.id}`);
        assert.ok(items.some((mail) => mail.to === "packing@example.org" && mail.event === "order_placed_operator"));
        await rule.getByRole("button", { name: "Remove rule 1" }).click();
        await save(page);
        assert.deepEqual((await stored(page)).mail.rules, []);
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("X-18: another profile is looked at with one's own orders, then chosen, and no fact changes", async () => {
        const { page, context, faults } = await signed_in();
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/change-state`, {
            state: "in_dispute",
        });
        const facts = async () => {
            const { number, totals, payments, lines } = await call(
                page,
                "GET",
                `/api/v1/shops/${shop.id}/orders/${order.id}`,
            );
            return { number, totals, payments, lines };
        };
        const known = await facts();
        await page.goto(at("profile"));
        await page.getByRole("radio", { name: /Swiss shop/ }).check();
        await page.getByRole("rowheader", { name: new RegExp(order.number) }).waitFor();
        await page.getByText(/rules are different/).click();
        await page.getByText("Switching changes no fact").waitFor();
        assert.equal((await stored(page)).profile, "web-shop", "looking changes nothing");
        await page.screenshot({ path: `${screenshots}/settings-profile-preview-1440.png` });
        assert.deepEqual(await axe_findings(page), []);
        await page.getByRole("button", { name: "Switch to Swiss shop" }).click();
        await page.getByText("The shop now works this way.").waitFor();
        assert.equal((await stored(page)).profile, "swiss-shop");
        assert.deepEqual(await facts(), known);
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, { profile: "web-shop" });
        assert.deepEqual(faults, []);
        await context.close();
    });

    test("a rule is changed, marked, and given back to the profile", async () => {
        const { page, context, faults } = await signed_in();
        await page.goto(at("profile"));
        const rule = page.getByLabel("Something is cancelled");
        await rule.selectOption("never");
        await save(page);
        assert.equal((await stored(page)).settings.notify.cancel, "never");
        await page.getByRole("button", { name: "Something is cancelled: back to Ask each time" }).click();
        await save(page);
        assert.equal((await stored(page)).settings.notify.cancel, "ask");
        await page.getByLabel(/can be undone/).fill("9999");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("This figure is out of range.").waitFor();
        assert.deepEqual(faults, []);
        await context.close();
    });

    for (const colorScheme of ["light", "dark"])
        for (const [width, language] of [
            [1440, "en"],
            [390, "da"],
            [390, "de"],
        ])
            test(`${colorScheme}, ${width} px, ${language}: nothing overflows and axe finds nothing`, async () => {
                const { page, context, faults } = await signed_in({
                    viewport: { width, height: width === 390 ? 844 : 900 },
                    colorScheme,
                });
                await call(page, "PATCH", "/api/v1/session", { language });
                for (const [section, opener] of [
                    ["shop"],
                    ["profile"],
                    ["states", "button.name"],
                    ["payment-methods", "#method-cheque"],
                    ["number-ranges"],
                ]) {
                    await page.goto(at(section));
                    await page.locator(".room h1").waitFor();
                    await page.waitForFunction(
                        () => !document.querySelector(".room [aria-busy=true], .room .skeleton"),
                    );
                    if (opener)
                        await page
                            .locator("li", { has: page.locator(opener) })
                            .first()
                            .locator("button.name")
                            .click();
                    const text = await page.evaluate(() => document.body.innerText);
                    assert.doesNotMatch(text, /\b(settings|rule|profile|nav)\.[a-z_]+/, section);
                    assert.ok((await overflow(page)) <= 0, `${section} overflows`);
                    await page.screenshot({
                        path: `${screenshots}/settings-${section}-${width}-${language}-${colorScheme}.png`,
                    });
                    assert.deepEqual(await axe_findings(page), [], section);
                }
                await call(page, "PATCH", "/api/v1/session", { language: "en" });
                assert.deepEqual(faults, []);
                await context.close();
            });
});
