// The gate page: a scanner's typing, a phone's width, hours without a network and what turns out afterwards; and that
// who only lets people in is led here and nowhere else.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browser, page, program, use_desk } from "./desk.mjs";
import { axe_findings, call, has_count, open_page, overflow, run, screenshots, shop_of, skip } from "./support.mjs";

describe("the gate", { skip }, () => {
    let shop;
    let units;
    let order;
    let gate;
    let context;
    let faults;
    use_desk(/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/);

    const field = () => gate.getByLabel("Scan or type the code");
    const said = (words) => gate.locator(".said").getByText(words, { exact: false }).first().waitFor();
    async function scan(code) {
        await gate.keyboard.type(code);
        await gate.keyboard.press("Enter");
    }
    const place = (names) =>
        call(page, "POST", `/api/v1/shops/${shop.id}/orders`, {
            currency: shop.currency,
            buyer: { name: "Zoé", email: "zoe@example.org" },
            lines: [
                {
                    sku: "GALA",
                    name: "Winter gala",
                    kind: "ticket",
                    quantity: names.length,
                    unit_price: 0,
                    attendees: names.map((name) => ({ name })),
                },
            ],
            payment: { method: "free" },
        });

    before(async () => {
        shop = await shop_of(page, "event-registration");
        order = await place(["Ann", "Ben", "Cleo", "Dan", "Eve"]);
        units = order.lines[0].units;
        const words = ["--email", "gate@example.org", "--name", "Gate", "--role", "check-in", "--shop", shop.id];
        const password = "rain on the north gate";
        await run("operator", "create", ...words, "--password", password, "--data", program.data);
        ({
            page: gate,
            context,
            faults,
        } = await open_page(browser, {
            viewport: { width: 390, height: 844 },
            hasTouch: true,
            isMobile: true,
        }));
        await gate.goto(program.url);
        await gate.locator("input[name=email]").fill("gate@example.org");
        await gate.locator("input[name=password]").fill(password);
        await gate.locator("button[type=submit]").click();
        await gate.waitForURL(`**/shops/${shop.id}/check-in`);
        await field().waitFor();
    });
    after(async () => {
        await context?.close();
        const unexpected = faults.filter(
            (fault) => !/Failed to load resource|ERR_INTERNET|Failed to fetch/.test(fault),
        );
        assert.deepEqual(unexpected, []);
    });

    test("who only lets people in comes here, and to nothing else", async () => {
        await gate.waitForFunction(() => document.activeElement?.matches(".scan input"));
        for (const path of ["orders", "settings/shop", "customers"]) {
            await gate.goto(`${program.url}/shops/${shop.id}/${path}`);
            await gate.waitForURL("**/check-in");
        }
        await has_count(gate.locator("header.bar"), 0);
        await gate.getByLabel("Name of this gate").fill("North");
        await gate.getByLabel("Name of this gate").press("Enter");
        await gate.getByText("List of").waitFor();
        assert.ok((await overflow(gate)) <= 0);
        assert.deepEqual(await axe_findings(gate), []);
    });

    test("a scan lets in once and says so in words", async () => {
        await field().focus();
        await scan(units[0].code);
        await said("Let in");
        await said("Ann");
        await gate.screenshot({ path: `${screenshots}/gate-in-390.png` });
        assert.deepEqual(await axe_findings(gate), []);
        await scan(units[0].code.toLowerCase());
        await said("Already in");
        await said("at North");
        await gate.screenshot({ path: `${screenshots}/gate-again-390.png` });
        assert.deepEqual(await axe_findings(gate), []);
        await scan("7Q2M9XKD3FTA");
        await said("Unknown code");
        assert.ok((await overflow(gate)) <= 0);
    });

    test("out again: the last scans can be taken back", async () => {
        await gate.getByRole("button", { name: "Undo: Ann" }).click();
        await gate.getByRole("button", { name: "Undo: Ann" }).waitFor({ state: "detached" });
        await scan(units[0].code);
        await said("Let in");
        const unit = await call(page, "GET", `/api/v1/shops/${shop.id}/units/${units[0].id}`);
        assert.equal(unit.admitted_gate, "North");
    });

    test("without a network the signed list answers, and what turned out otherwise is shown afterwards", async () => {
        await gate.reload();
        await gate.getByText("List of").waitFor();
        await context.setOffline(true);
        await scan(units[1].code);
        await said("Let in");
        await said("by the list");
        await gate.getByText("No network").waitFor();
        await scan(units[0].code);
        await said("Already in");
        await scan(units[1].code);
        await said("Already in");
        await scan(units[2].code);
        await said("Cleo");
        await gate.getByText("2 entries wait for the network.").waitFor();
        assert.deepEqual(await axe_findings(gate), []);
        await gate.screenshot({ path: `${screenshots}/gate-offline-390.png` });
        // Meanwhile the other gate lets Ben in, and the desk cancels Cleo.
        await call(page, "POST", `/api/v1/shops/${shop.id}/check-in`, { code: units[1].code, gate: "South" });
        await call(page, "POST", `/api/v1/shops/${shop.id}/orders/${order.id}/actions/cancel`, {
            units: [units[2].id],
        });
        await scan(units[3].code);
        await said("Dan");
        await context.setOffline(false);
        await gate.getByText("Let in without a network, but it turned out").waitFor();
        const differing = gate.locator(".differing");
        await differing.getByText("Ben").waitFor();
        await differing.getByText("at South").waitFor();
        await differing.getByText("Cancelled").waitFor();
        await gate.getByText("Connected").waitFor();
        assert.deepEqual(await axe_findings(gate), []);
        await gate.screenshot({ path: `${screenshots}/gate-differing-390.png` });
        const dan = await call(page, "GET", `/api/v1/shops/${shop.id}/units/${units[3].id}`);
        assert.equal(dan.admitted_gate, "North");
        await gate.getByRole("button", { name: "Seen" }).click();
        await differing.waitFor({ state: "detached" });
    });

    test("a list that nobody signed, or that is too old, answers nothing", async () => {
        const change = (edit) =>
            gate.evaluate(
                ([shop, edit]) => {
                    const key = `commis.gate.${shop}.list`;
                    const signed = JSON.parse(localStorage.getItem(key));
                    if (edit === "forged") signed.json = signed.json.replace('"Eve"', '"Eva"');
                    else signed.ahead += 13 * 3_600_000;
                    localStorage.setItem(key, JSON.stringify(signed));
                },
                [shop.id, edit],
            );
        for (const [edit, words] of [
            ["forged", "can’t be proven"],
            ["old", "is too old"],
        ]) {
            await gate.getByText("List of").waitFor();
            await change(edit);
            await context.route("**/check-in**", (route) =>
                route.request().resourceType() === "document" ? route.continue() : route.abort(),
            );
            await gate.reload();
            await gate.getByText(words).waitFor();
            await scan(units[4].code);
            await said("Not on the list");
            await context.unroute("**/check-in**");
            await gate.reload();
        }
        await gate.getByText("List of").waitFor();
        await scan(units[4].code);
        await said("Eve");
    });

    test("who signs out leaves no names behind, also where it is not done at the gate", async () => {
        const kept = (of) =>
            of.evaluate(() => Object.keys(localStorage).filter((key) => /^commis\.gate\..+\.(list|scans)$/.test(key)));
        const signed_out = (of) => of.locator("input[name=email]").waitFor();
        assert.equal((await kept(gate)).length, 2);
        await gate.getByRole("button", { name: "Sign out" }).click();
        await signed_out(gate);
        assert.deepEqual(await kept(gate), []);
        await page.goto(`${program.url}/shops/${shop.id}/check-in`);
        await page.getByText("List of").waitFor();
        assert.equal((await kept(page)).length, 1);
        await page.getByRole("button", { name: "Your settings" }).click();
        await page.getByRole("button", { name: "Sign out" }).click();
        await signed_out(page);
        assert.deepEqual(await kept(page), []);
    });
});
