// What tests of the order page say again and again: opening an order, acting on it, its dialogs, pictures, and counting
// presses.
import assert from "node:assert/strict";
import { page, program, shop } from "./desk.mjs";
import { call, overflow, screenshots } from "./support.mjs";

export const api = (method, path, body, of = shop) => call(page, method, `/api/v1/shops/${of.id}${path}`, body);
export const now = (order, of = shop) => api("GET", `/orders/${order.id}`, undefined, of);
export const act = (order, action, body = {}, of = shop) =>
    api("POST", `/orders/${order.id}/actions/${action}`, body, of);
export const open_order = async (order, of = shop) => {
    await page.goto(`${program.url}/shops/${of.id}/orders/${order.id}`);
    await page.getByRole("heading", { level: 1, name: order.number, exact: true }).waitFor();
};
/** The mails that leave, or would, for an order: what was suppressed is not among them. */
export const leaving = async (order, of) => {
    const { items } = await api("GET", `/mails?order=${order.id}`, undefined, of);
    return items.filter((mail) => mail.status !== "suppressed").length;
};
export const dialog = () => page.getByRole("dialog");
export const verb = (name) => dialog().getByRole("button", { name });
export const closed = () => dialog().waitFor({ state: "detached" });
export const region = (name) => page.getByRole("region", { name });
export const pictures = async (name) => {
    await page.screenshot({ path: `${screenshots}/${name}-1440.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${screenshots}/${name}-390.png` });
    assert.ok((await overflow(page)) <= 0, `${name} is wider than a phone`);
    await page.setViewportSize({ width: 1440, height: 900 });
};
export const row_menu = async (name) => {
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    return page.getByRole("group", { name: `Actions for ${name}` });
};
/** Presses and clicks, counted against a goal; what is typed into a field is not. */
export const counter = (goal = 6) => {
    const counted = { n: 0 };
    counted.press = async (key) => {
        counted.n += 1;
        await page.keyboard.press(key);
    };
    counted.click = async (where) => {
        counted.n += 1;
        await where.click();
    };
    counted.done = (job) => {
        console.log(`${job}: ${counted.n} interactions`);
        assert.ok(counted.n <= goal, `${job} takes ${counted.n}`);
    };
    return counted;
};
