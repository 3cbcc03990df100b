// A list about money that orders hold: read page by page, again when an order of the shop changes, and the dialog that
// is open over one of its rows.
import { untrack } from "svelte";
import type { Preset } from "../lib/actions";
import { type Action, api, type Order, type Problem } from "../lib/api";
import { on_hint } from "../lib/events.svelte";
import { wording } from "../lib/i18n.svelte";
import { OrderView } from "../lib/order_view.svelte";
import { refused } from "../lib/page.svelte";

interface Page<Row> {
    items: Row[];
    next_cursor: string | null;
}
export interface Acting {
    view: OrderView;
    order: Order;
    action: string;
    preset: Preset | undefined;
}

export class MoneyList<Row, Answer extends Page<Row>> {
    rows = $state.raw<Row[]>();
    /** The newest answer, for what stands above the rows. */
    answer = $state.raw<Answer>();
    more = $state<string | null>(null);
    problem = $state.raw<Problem>();
    /** What went wrong at a row. */
    hitch = $state.raw<Problem>();
    acting = $state.raw<Acting>();
    private asked = 0;

    constructor(
        private readonly shop: string,
        private readonly ask: (query: URLSearchParams) => Promise<Answer>,
        /** What the question depends on: read again when it changes. */
        watch: () => unknown = () => undefined,
    ) {
        $effect(() => {
            void [wording.language, watch()];
            untrack(() => void this.load());
        });
        // Orders that change in a row are asked for once.
        let timer: ReturnType<typeof setTimeout> | undefined;
        $effect(() => () => clearTimeout(timer));
        $effect(() =>
            on_hint((hint) => {
                if (hint.kind === "job" || (hint.kind === "order" && hint.data.shop !== shop)) return;
                timer ??= setTimeout(() => {
                    timer = undefined;
                    void this.load();
                }, 1000);
            }),
        );
    }

    async load(after?: string | null) {
        const question = ++this.asked;
        const failed = await refused(async () => {
            const page = await this.ask(new URLSearchParams(after ? { cursor: after } : {}));
            if (question !== this.asked) return;
            this.rows = after ? [...(this.rows ?? []), ...page.items] : page.items;
            this.answer = page;
            this.more = page.next_cursor;
        });
        if (question === this.asked) this.problem = failed;
    }

    /** Opens an action's dialog over a row; what it shows is the order as it is now. */
    async act(order_id: string, action: Action, preset?: Preset) {
        if (!action.allowed) return;
        this.hitch = await refused(async () => {
            const view = new OrderView(this.shop, order_id);
            const order = await api.get("/api/v1/shops/{shop}/orders/{id}", {
                path: { shop: this.shop, id: order_id },
            });
            view.order = order;
            this.acting = { view, order, action: action.id, preset };
        });
    }

    done() {
        this.acting = undefined;
        void this.load();
    }
}
