// Clients that place orders and invoice them while something goes wrong, as a careful program does: each call has an
// Idempotency-Key and is repeated until it is answered. What was answered is what has to be there afterwards.
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";

const order = (key) => ({
    external_id: key,
    currency: "EUR",
    buyer: { name: "Zoé", email: "zoe@example.org" },
    lines: [
        { name: "Mug", quantity: 3, unit_price: 1999, tax_rate: "20" },
        { name: "Book", quantity: 1, unit_price: 1250, tax_rate: "5.5" },
    ],
    payment: { method: "bank-transfer" },
});

export class Load {
    /** `url()` says where the next call goes. */
    constructor({ url, token, clients = 8 }) {
        this.url = url;
        this.token = token;
        this.clients = clients;
        this.orders = new Map(); // external id → { id, number, invoice }: what was answered
        this.troubles = new Map(); // code of a problem or of a connection's end → how often
        this.stopped = false;
    }

    async once(method, path, body, key) {
        const answer = await fetch(`${this.url()}/api/v1/shops/s${path}`, {
            method,
            headers: {
                Authorization: `Bearer ${this.token}`,
                "Content-Type": "application/json",
                ...(key && { "Idempotency-Key": key }),
            },
            body: body && JSON.stringify(body),
            signal: AbortSignal.timeout(30_000),
        });
        const text = await answer.text();
        return { status: answer.status, body: text ? JSON.parse(text) : undefined };
    }

    /** Until it is answered well; undefined when the load is told to stop while nobody answers. */
    async call(path, body, key) {
        for (;;) {
            try {
                const answer = await this.once("POST", path, body, key);
                if (answer.status < 300) return answer.body;
                // Anything but "not now" is a fault of the program.
                assert.equal(answer.status, 503, `${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
                this.note(answer.body.code);
            } catch (error) {
                if (error.code === "ERR_ASSERTION") throw error;
                this.note(error.cause?.code ?? error.name);
            }
            if (this.stopped) return undefined;
            await wait(50 + Math.random() * 100);
        }
    }
    note(code) {
        this.troubles.set(code, (this.troubles.get(code) ?? 0) + 1);
    }

    async client(name) {
        for (let at = 0; !this.stopped; at += 1) {
            const key = `${name}-${at}`;
            const placed = await this.call("/orders", order(key), key);
            if (!placed) return;
            this.orders.set(key, { id: placed.id, number: placed.number });
            const invoiced = await this.call(`/orders/${placed.id}/actions/invoice`, {}, `${key}-invoice`);
            if (!invoiced) return;
            this.orders.get(key).invoice = invoiced.documents.find(({ kind }) => kind === "invoice").number;
        }
    }
    start(round = "") {
        this.stopped = false;
        const names = Array.from({ length: this.clients }, (_, at) => `r${round}c${at}`);
        this.running = Promise.all(names.map((name) => this.client(name)));
        this.running.catch(() => undefined); // Told by `stop`.
    }
    async stop() {
        this.stopped = true;
        await this.running;
    }
    /** Waits until so many more orders are invoiced. */
    async more(count, patience = 60_000) {
        const invoiced = () => [...this.orders.values()].filter((one) => one.invoice).length;
        const [wanted, deadline] = [invoiced() + count, Date.now() + patience];
        while (invoiced() < wanted) {
            if (Date.now() > deadline) assert.fail(`nothing goes on: ${this.told()}`);
            await Promise.race([wait(50), this.running]);
        }
    }
    told() {
        return `${this.orders.size} orders answered; ${JSON.stringify(Object.fromEntries(this.troubles))}`;
    }

    async list(path) {
        const items = [];
        let cursor = "";
        do {
            const { status, body } = await this.once("GET", `${path}limit=200${cursor}`);
            assert.equal(status, 200, JSON.stringify(body));
            items.push(...body.items);
            cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : "";
        } while (cursor);
        return items;
    }

    /** Everything answered is there once and as it was answered; numbers have neither gap nor double. */
    async prove() {
        const orders = await this.list("/orders?");
        const ours = orders.filter(({ external_id }) => external_id);
        const by_external = new Map(ours.map((one) => [one.external_id, one]));
        assert.equal(by_external.size, ours.length, "an order is there twice");
        const invoices = new Set((await this.list("/documents?kind=invoice&")).map(({ number }) => number));
        for (const [key, answered] of this.orders) {
            const row = by_external.get(key);
            assert.ok(row, `${key} was answered and is gone`);
            assert.equal(row.id, answered.id, key);
            assert.equal(row.number, answered.number, key);
            if (answered.invoice) assert.ok(invoices.has(answered.invoice), `${answered.invoice} was answered`);
        }
        expect_series(orders.map(({ number }) => Number(number)));
        const numbers = [...invoices].map((number) => Number(number.replace("INV-", "")));
        assert.equal(Math.min(1, ...numbers), 1);
        expect_series(numbers);
        return { orders: orders.length, invoices: numbers.length };
    }
}

/** Each number once, and none left out. */
export function expect_series(numbers) {
    if (numbers.length === 0) return;
    assert.equal(new Set(numbers).size, numbers.length, "a number was taken twice");
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    assert.equal(last - first + 1, numbers.length, "there is a gap in the numbers");
}
