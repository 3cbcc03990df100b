// The program and a browser for one file of tests, and the desk at which one operator sits through all of it. What is
// exported without a value is set before the file's first test.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { open_browser, open_page, shop_of, sign_in, start } from "./support.mjs";

export let program;
export let browser;
export let page;
export let shop;
let faults = [];

export function use_program() {
    before(async () => {
        program = await start("demo");
        browser = await open_browser();
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });
}

/** A browser profile of its own, signed in. */
export async function signed_in(options) {
    const opened = await open_page(browser, options);
    await sign_in(opened.page, program);
    return opened;
}

/** One operator at one page, in the web shop. `unless`: what the file itself makes the browser complain of. */
export function use_desk(unless = /^$/) {
    use_program();
    before(async () => {
        ({ page, faults } = await signed_in());
        shop = await shop_of(page, "web-shop");
    });
    after(() =>
        assert.deepEqual(
            faults.filter((fault) => !unless.test(fault)),
            [],
        ),
    );
}
