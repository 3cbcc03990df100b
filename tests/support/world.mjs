// A shop at a place, its server and its load: what something goes wrong around.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Load } from "./load.mjs";
import { make_place } from "./places.mjs";
import { serve } from "./program.mjs";

export class World {
    constructor(place) {
        this.place = place;
        this.log = join(place.cwd, "server.log");
    }
    static async at(engine) {
        return new World(await make_place(engine, "faults")).open();
    }
    open() {
        this.token = this.place.shop();
        return this;
    }
    async serve(more = {}) {
        const { words, cwd } = this.place;
        this.server = await serve(undefined, { place: words, cwd, log: this.log, ...more });
        this.load ??= new Load({ url: () => this.server.url, token: this.token, clients: 4 });
        return this;
    }
    logged() {
        return readFile(this.log, "utf8");
    }
    /** One order by hand; the answer, whatever it is. */
    order(key) {
        const order = {
            external_id: key,
            currency: "EUR",
            buyer: { name: "Zoé", email: "zoe@example.org" },
            lines: [{ name: "Mug", quantity: 1, unit_price: 1999 }],
            payment: { method: "bank-transfer" },
        };
        return this.load.once("POST", "/orders", order, key);
    }
    async prove() {
        await this.load.stop();
        const found = await this.load.prove();
        assert.match(this.place.run("check"), /clean/);
        assert.match(this.place.run("check", "numbers"), /numbers: clean/);
        return found;
    }
    async leave() {
        if (this.load) this.load.stopped = true;
        await this.server?.end();
        await this.place.gone();
    }
}
