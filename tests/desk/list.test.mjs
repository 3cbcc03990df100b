// The order list in a browser: queues, finding, columns and the row's own menu.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page, shop, use_desk } from "./desk.mjs";
import { heads, list, number_of, queues, rows } from "./list_page.mjs";
import { axe_findings, call, has_count, place_order, screenshots, shop_of, skip } from "./support.mjs";

describe("the order list", { skip }, () => {
    use_desk();

    test("C-04, D-05: queues stand above the list with their counts, and an empty one keeps its place", async () => {
        await list();
        const counted = await queues();
        for (const queue of counted.queues) {
            const tab = page.locator(`[data-tab=${queue.id}]`);
            assert.equal((await tab.locator(".count").textContent()).trim(), String(queue.count));
            assert.equal(await tab.evaluate((each) => each.classList.contains("none")), queue.count === 0);
        }
        await page.locator("[data-tab=to_ship]").click();
        await page.waitForURL(/queue=to_ship/);
        await page
            .locator("h1 .count", { hasText: String(counted.queues.find(({ id }) => id === "to_ship").count) })
            .waitFor();
        assert.equal(await page.locator("[data-tab=to_ship]").getAttribute("aria-current"), "page");
        const placed = await place_order(page, shop);
        await list();
        const unseen = Number(await page.locator("[data-tab=unseen] .count").textContent());
        await page.locator("[data-tab=unseen]").click();
        await page.locator("a[data-row]", { hasText: placed.number }).waitFor();
        await page.locator("a[data-row]", { hasText: placed.number }).click();
        await page.locator("h1", { hasText: placed.number }).waitFor();
        await page.goBack();
        await page.locator("[data-tab=unseen] .count", { hasText: new RegExp(`^${unseen - 1}$`) }).waitFor();
    });

    test("G-02, D-06, D-24, W-11, W-12: a search with a way out; filters that combine and go by key", async () => {
        const order = await place_order(page, shop, {
            promo_code: "HIVER",
            buyer: { name: "Quitterie Abélard", email: "q@example.org" },
        });
        await list();
        const search = page.locator("search input");
        await search.fill("abelard");
        await page.waitForURL(/q=abelard/);
        await page.locator("a[data-row]", { hasText: order.number }).waitFor();
        await page.getByRole("button", { name: "Clear the search" }).click();
        await page.waitForURL((url) => !url.searchParams.has("q"));
        await page.getByRole("button", { name: "Filter", exact: true }).click();
        await page.getByRole("button", { name: "Promo code" }).click();
        await page.getByText("exactly this code").waitFor();
        await page.locator("form input[name=promo_code]").fill("HIVER");
        await page.getByRole("button", { name: "Apply" }).click();
        await page.waitForURL(/promo_code=HIVER/);
        await page.goto(`${page.url()}&payment_status=pending`);
        await page.locator("a[data-row]", { hasText: order.number }).waitFor();
        await has_count(rows(), 1);
        await page.getByRole("button", { name: "Remove the filter Promo code" }).focus();
        await page.keyboard.press("Delete");
        await page.waitForURL((url) => !url.searchParams.has("promo_code") && url.searchParams.has("payment_status"));
        await page.getByRole("button", { name: "Remove the filter Payment" }).waitFor();
        assert.match(
            await page.evaluate(() => document.activeElement.getAttribute("aria-label")),
            /Remove the filter|Search/,
        );
    });

    test("G-02, P-03, D-07: the number, an edit icon, the row and an exact number open the order", async () => {
        await list();
        const number = await number_of(rows().first());
        const opened = () => page.locator("h1", { hasText: number }).waitFor();
        await rows().first().locator("a[data-row]").click();
        await opened();
        await page.goBack();
        await rows().first().hover();
        await rows()
            .first()
            .getByRole("link", { name: `Open order ${number}` })
            .click();
        await opened();
        await page.goBack();
        await rows().first().locator("td.next_step").click();
        await opened();
        await page.goBack();
        await rows().first().waitFor();
        await page.keyboard.press("/");
        await page.keyboard.type(number.toLowerCase());
        await page.keyboard.press("Enter");
        await opened();
    });

    test("before each status stands its sign, in shape and colour", async () => {
        await list();
        const statuses = rows().first().locator("td.payment, td.summary, td.state");
        assert.ok((await statuses.count()) > 1);
        for (const cell of await statuses.all()) {
            assert.notEqual((await cell.textContent()).trim(), "");
            const { width, colors } = await cell.locator("svg.sign").evaluate((sign) => ({
                width: sign.getBoundingClientRect().width,
                colors: ["fill", "stroke"].map((name) => getComputedStyle(sign)[name]),
            }));
            assert.equal(width, 12);
            for (const color of colors) assert.match(color, /^(?!rgb\(0, 0, 0\)$|none$)/);
        }
    });

    test("what a cell has no room for is told where the pointer stands, also after another page", async () => {
        await list();
        const title_of = async (column) => {
            const cell = rows().first().locator(`td.${column}`);
            await cell.hover();
            return cell.getAttribute("title");
        };
        assert.match(await title_of("buyer"), /@/);
        const [placed, number] = [await title_of("placed_at"), await number_of(rows().first())];
        assert.match(placed, /20\d\d/);
        await page.keyboard.press("n");
        await rows().first().locator(`a[data-row]:not(:text-is("${number}"))`).waitFor();
        await title_of("buyer");
        assert.notEqual(await title_of("placed_at"), placed);
    });

    test("Back comes to the same place with the focus on the row one left", async () => {
        await list();
        for (let step = 0; step < 30; step += 1) await page.keyboard.press("j");
        const number = await page.evaluate(() => document.activeElement.textContent);
        const scrolled = await page.locator(".rows").evaluate((box) => box.scrollTop);
        assert.ok(scrolled > 0);
        await page.waitForTimeout(200);
        await page.keyboard.press("Enter");
        await page.locator("h1", { hasText: number }).waitFor();
        // The rows are asked for again meanwhile, and stay where they are.
        const asked = page.waitForResponse((answer) => answer.url().includes("/orders?"));
        await page.keyboard.press("u");
        await page.waitForFunction((text) => document.activeElement.textContent === text, number);
        await asked;
        await page.waitForTimeout(200);
        assert.equal(await page.evaluate(() => document.activeElement.textContent), number);
        assert.ok(Math.abs((await page.locator(".rows").evaluate((box) => box.scrollTop)) - scrolled) < 40);
    });

    test("O-07, O-08: a column is switched off and struck through, moved, widened, and all is kept", async () => {
        await list();
        const before = await heads();
        await page.getByRole("button", { name: "Columns" }).click();
        const choice = page.getByRole("button", { name: "Payment type", exact: true });
        await choice.click();
        assert.match(await choice.evaluate((each) => getComputedStyle(each).textDecorationLine), /line-through/);
        await page.getByRole("button", { name: "Owed back", exact: true }).click();
        await page.getByRole("button", { name: "Move Buyer up" }).click();
        await page.getByRole("button", { name: "Make Buyer wider" }).click();
        await page.keyboard.press("Escape");
        const now = await heads();
        assert.ok(!now.includes("Payment type") && now.includes("Owed back"));
        assert.equal(now.indexOf("Buyer"), before.indexOf("Buyer") - 1);
        const width = () => page.locator("thead th.buyer").evaluate((each) => each.offsetWidth);
        assert.equal(await width(), 144);
        const edge = await page.locator("thead th.buyer .edge").boundingBox();
        await page.mouse.move(edge.x + 3, edge.y + 10);
        await page.mouse.down();
        await page.mouse.move(edge.x + 63, edge.y + 10, { steps: 4 });
        await page.mouse.up();
        assert.ok(Math.abs((await width()) - 204) <= 4);
        await page.locator("thead th.buyer").dragTo(page.locator("thead th.total"));
        await page.waitForFunction(
            () =>
                [...document.querySelectorAll("thead th[draggable]")].findIndex((each) =>
                    each.classList.contains("buyer"),
                ) +
                    1 ===
                [...document.querySelectorAll("thead th[draggable]")].findIndex((each) =>
                    each.classList.contains("total"),
                ),
        );
        const kept = await heads();
        await page.waitForTimeout(500);
        await page.reload();
        await rows().first().waitFor();
        assert.deepEqual(await heads(), kept);
        await page.getByRole("button", { name: "Columns" }).click();
        await page.getByRole("button", { name: "As the shop has them" }).click();
        await page.keyboard.press("Escape");
        assert.deepEqual(await heads(), before);
    });

    test("W-02: a shop of registrations begins with its eight columns in their order", async () => {
        const events = await shop_of(page, "event-registration");
        await list("", events);
        assert.deepEqual((await heads()).slice(0, 8), [
            "Order",
            "Buyer",
            "Summary",
            "Qty",
            "Total",
            "Promo code",
            "Date",
            "Payment type",
        ]);
    });

    test("G-02, O-09, O-10, O-11: a row's menu offers what the order offers, and says why not", async () => {
        const order = await place_order(page, shop);
        await list(`?q=${order.number}`);
        await page.keyboard.press("j");
        await page.keyboard.press(".");
        const menu = page.getByRole("menu");
        await menu.getByRole("menuitem", { name: "Mark as paid" }).waitFor();
        const shown = await menu
            .locator("[data-action]")
            .evaluateAll((all) =>
                all.map((each) => [each.dataset.action, each.getAttribute("aria-disabled") !== "true"]),
            );
        const { actions } = await call(page, "GET", `/api/v1/shops/${shop.id}/orders/${order.id}`);
        for (const [id, allowed] of shown) assert.equal(actions.find((each) => each.id === id)?.allowed, allowed, id);
        const refused = actions.find((each) => each.id === "refund");
        assert.ok((await menu.locator('[data-action="refund"]').textContent()).includes(refused.reason_text));
        assert.equal(
            await menu.getByRole("menuitem", { name: /own mail program/ }).getAttribute("href"),
            `mailto:${order.buyer.email}`,
        );
        assert.match(
            await menu.getByRole("menuitem", { name: "This customer’s orders" }).getAttribute("href"),
            /orders\?customer=/,
        );
        assert.match(
            await menu.getByRole("menuitem", { name: "Customer record" }).getAttribute("href"),
            /customers\?email=/,
        );
        assert.deepEqual(await axe_findings(page), []);
        await page.screenshot({ path: `${screenshots}/list-menu-1440.png` });
        await page.keyboard.press("Escape");
        await menu.waitFor({ state: "detached" });
        assert.equal(await page.evaluate(() => document.activeElement.textContent), order.number);
        assert.equal(
            (await call(page, "GET", `/api/v1/shops/${shop.id}/orders?q=${order.number}`)).items[0].unseen,
            true,
        );
        await page.keyboard.press("m");
        await page.getByRole("dialog").waitFor();
        await page.getByRole("dialog").locator("button[type=submit]").click();
        await page.getByRole("dialog").waitFor({ state: "detached" });
        await page.locator("td.payment", { hasText: "Payment confirmed" }).waitFor();
        await page.keyboard.press("f");
        await page.getByRole("dialog").waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
        await page.keyboard.press("c");
        await page.getByRole("dialog").locator("textarea").fill("Called back.");
        await page.getByRole("button", { name: "Add note" }).click();
        await page.getByText(`Note added to order ${order.number}`).waitFor();
        await rows().first().locator("td.total").click({ button: "right" });
        await menu.getByRole("menuitem", { name: "Refund", exact: true }).waitFor();
        await page.keyboard.press("Escape");
    });
});
