// What tests of papers say again and again: what a press opens in a tab of its own.
import assert from "node:assert/strict";
import { page } from "./desk.mjs";

/** The address of a PDF that a press opens, which is one. */
export async function opened(press) {
    const answer = page.context().waitForEvent("response", (each) => /\.pdf(\?|$)/.test(each.url()));
    const tab = page.waitForEvent("popup");
    await press();
    const response = await answer;
    assert.equal(response.status(), 200, response.url());
    assert.match(response.headers()["content-type"], /^application\/pdf/);
    await (await tab).close();
    return new URL(response.url()).pathname;
}
