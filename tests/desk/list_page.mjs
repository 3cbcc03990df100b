// What tests of the order list say again and again: opening it, its rows and heads, and what waits in the queues.
import { page, program, shop } from "./desk.mjs";
import { call } from "./support.mjs";

export const rows = () => page.locator("tbody tr[data-at]");
export const number_of = (row) => row.locator("a[data-row]").textContent();
export const heads = () =>
    page
        .locator("thead th[draggable]")
        .allTextContents()
        .then((all) => all.map((each) => each.trim()));
export async function list(query = "", of = shop) {
    await page.goto(`${program.url}${of ? `/shops/${of.id}` : ""}/orders${query}`);
    await page.locator("[data-tab=holds]").waitFor();
    await page.locator("tbody tr[data-at], .empty").first().waitFor();
}
export const queues = () => call(page, "GET", `/api/v1/shops/${shop.id}/queues`);
