// What the server finds for the words in the command bar: orders, customers and articles of the shop at hand, orders of
// the others behind them. One question at a time; an older one is given up.
import Boxes from "@lucide/svelte/icons/boxes";
import Receipt from "@lucide/svelte/icons/receipt-text";
import Users from "@lucide/svelte/icons/users";
import { type Article, api, type CustomerRow, type OrderRow, Problem } from "../lib/api";
import { money } from "../lib/format";
import { shop_at_hand } from "../lib/go_keys.svelte";
import { t, wording } from "../lib/i18n.svelte";
import { customer_address, order_address, router } from "../lib/router.svelte";
import { desk } from "../lib/session.svelte";
import { type Group, type Item, is_number } from "./items";

const wait_ms = 200;
const letters_min = 2;

interface Answer {
    query: string;
    orders: OrderRow[];
    customers: CustomerRow[];
    articles: Article[];
}

export class CommandSearch {
    answer = $state.raw<Answer>();
    problem = $state.raw<Problem>();
    asking = $state(false);
    private running: AbortController | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    ask(query: string, shop: string | undefined) {
        this.stop();
        this.problem = undefined;
        if (query.length < letters_min) {
            this.answer = undefined;
            return;
        }
        this.asking = true;
        this.timer = setTimeout(() => void this.fetch(query, shop), wait_ms);
    }

    stop() {
        clearTimeout(this.timer);
        this.running?.abort();
        this.asking = false;
    }

    /** Whether what the server has to say about these words is here. */
    knows(query: string): boolean {
        return this.answer?.query === query && !this.asking;
    }

    private async fetch(query: string, shop: string | undefined) {
        const running = new AbortController();
        this.running = running;
        try {
            const answer = await ask_server(query, shop, running.signal);
            if (!running.signal.aborted) this.answer = answer;
        } catch (error) {
            if (running.signal.aborted) return;
            if (!(error instanceof Problem)) throw error;
            this.problem = error;
        } finally {
            if (this.running === running) this.asking = false;
        }
    }

    groups(query: string): Group[] {
        const answer = this.answer;
        if (!answer || query.length < letters_min) return [];
        return [
            { id: "orders", title: t("nav.orders"), items: answer.orders.map(order_item) },
            { id: "customers", title: t("nav.customers"), items: answer.customers.map(customer_item) },
            { id: "articles", title: t("nav.articles"), items: answer.articles.map(article_item) },
        ];
    }

    /** The order whose number was typed in full. */
    exact(query: string): OrderRow | undefined {
        return this.answer?.orders.find(
            (row) => is_number(query, row.number) || is_number(query, row.external_id ?? ""),
        );
    }
}

async function ask_server(query: string, shop: string | undefined, signal: AbortSignal): Promise<Answer> {
    const of = (limit: number) => ({ query: new URLSearchParams({ q: query, limit: String(limit) }), signal });
    const several = (desk.session?.shops.length ?? 0) > 1;
    const everywhere = !shop || several ? api.get("/api/v1/orders", of(6)) : undefined;
    if (!shop) return { query, orders: (await everywhere!).items, customers: [], articles: [] };
    const path = { shop };
    const [own, customers, articles, all] = await Promise.all([
        api.get("/api/v1/shops/{shop}/orders", { path, ...of(6) }),
        api.get("/api/v1/shops/{shop}/customers", { path, ...of(4) }),
        api.get("/api/v1/shops/{shop}/articles", { path, ...of(4) }),
        everywhere,
    ]);
    const others = all?.items.filter((row) => row.shop !== shop).slice(0, 3) ?? [];
    return { query, orders: [...own.items, ...others], customers: customers.items, articles: articles.items };
}

export function order_item(row: OrderRow): Item {
    const href = order_address(row.shop, row.id);
    const shop = row.shop === shop_at_hand() ? undefined : desk.shop(row.shop)?.name;
    const sum = money(row.total, row.currency, row.currency_exponent, wording.language);
    return {
        id: `order ${row.id}`,
        label: `${row.number || t("order.draft")}  ${row.buyer.name || row.buyer.email}`,
        detail: [row.state.label, sum, shop].filter(Boolean).join(" · "),
        icon: Receipt,
        href,
        run: () => router.go(href),
    };
}

function customer_item(row: CustomerRow): Item {
    const href = customer_address(row.shop, row.id);
    const detail = [row.email, row.city].filter((each) => each && each !== row.name).join(" · ");
    return {
        id: `customer ${row.id}`,
        label: row.name || row.email,
        detail,
        icon: Users,
        href,
        run: () => router.go(href),
    };
}

function article_item(article: Article): Item {
    const href = `/shops/${encodeURIComponent(article.shop)}/articles?${new URLSearchParams({ q: article.sku })}`;
    return {
        id: `article ${article.sku}`,
        label: article.name,
        detail: article.sku,
        icon: Boxes,
        href,
        run: () => router.go(href),
    };
}
