// What is known of an order's customer beside the order: the record, the newest orders of its addresses, and which of
// them still wait for something.
import { api, type OrderRow } from "./api";
import { refused } from "./page.svelte";

/** More than these nobody counts on the order page; the record shows them all. */
export const orders_read_max = 100;

interface Sum {
    currency: string;
    exponent: number;
    total: number;
}

export class CustomerCard {
    record = $state<string>();
    orders = $state.raw<OrderRow[]>();
    /** There are older ones than those read. */
    more = $state(false);
    private asked = 0;

    constructor(
        private readonly shop: string,
        private readonly order: string,
    ) {}

    async load(email: string) {
        const question = ++this.asked;
        await refused(async () => {
            const { shop } = this;
            const found = await api.get("/api/v1/shops/{shop}/customers", {
                path: { shop },
                query: new URLSearchParams({ email, limit: "1" }),
            });
            const id = found.items[0]?.id;
            if (question !== this.asked) return;
            this.record = id;
            if (!id) {
                this.orders = [];
                return;
            }
            const page = await api.get("/api/v1/shops/{shop}/customers/{id}/orders", {
                path: { shop, id },
                query: new URLSearchParams({ limit: String(orders_read_max) }),
            });
            if (question !== this.asked) return;
            this.orders = page.items;
            this.more = page.next_cursor !== null;
        });
    }

    get since(): string | undefined {
        return this.more ? undefined : this.orders?.at(-1)?.placed_at;
    }
    /** What they asked for in all, by currency: what was cancelled is no longer owed. */
    get sums(): Sum[] {
        const found = new Map<string, Sum>();
        for (const row of this.orders ?? []) {
            const sum = found.get(row.currency) ?? {
                currency: row.currency,
                exponent: row.currency_exponent,
                total: 0,
            };
            sum.total += row.owed;
            found.set(row.currency, sum);
        }
        return [...found.values()];
    }
    /** Other orders on which something is still to do. */
    get waiting(): OrderRow[] {
        return (this.orders ?? []).filter((row) => row.id !== this.order && row.next_step !== null);
    }
}
