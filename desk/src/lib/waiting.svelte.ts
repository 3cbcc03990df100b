// What waits in the shop on screen, and the views that were saved there: counted by the server, asked again when orders
// change, but at most every few seconds.
import { api, Problem, type Queues, type View } from "./api";

const pause_ms = 4_000;

class Waiting {
    queues = $state.raw<Queues>();
    views = $state.raw<View[]>([]);
    /** Set once the views were asked for: an address may name one that is gone. */
    knows_views = $state(false);
    private shop: string | undefined;
    private language = "";
    private last = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    open(shop: string | undefined, language: string) {
        if (this.queues && this.shop === shop && this.language === language) return this.soon();
        if (this.shop !== shop) {
            this.views = [];
            this.queues = undefined;
            this.knows_views = false;
        }
        this.shop = shop;
        this.language = language;
        void this.load();
    }

    /** Counts again shortly; many hints together are one question. */
    soon() {
        if (this.timer !== undefined) return;
        const wait = Math.max(300, this.last + pause_ms - Date.now());
        this.timer = setTimeout(() => {
            this.timer = undefined;
            void this.load();
        }, wait);
    }

    async load() {
        const shop = this.shop;
        this.last = Date.now();
        const query = new URLSearchParams({ count: "true" });
        try {
            const [queues, views] = shop
                ? await Promise.all([
                      api.get("/api/v1/shops/{shop}/queues", { path: { shop }, quiet: true }),
                      api.get("/api/v1/shops/{shop}/views", { path: { shop }, query, quiet: true }),
                  ])
                : await Promise.all([
                      api.get("/api/v1/queues", { quiet: true }),
                      api.get("/api/v1/views", { query, quiet: true }),
                  ]);
            if (shop !== this.shop) return;
            this.queues = queues;
            this.views = views.items;
            this.knows_views = true;
        } catch (error) {
            // The counts stand beside the list; the list itself says what is wrong.
            if (!(error instanceof Problem)) throw error;
        }
    }

    async save(view: { name: string; query: string; columns: View["columns"]; shared: boolean }): Promise<View> {
        const made = this.shop
            ? await api.post("/api/v1/shops/{shop}/views", { path: { shop: this.shop }, body: view })
            : await api.post("/api/v1/views", { body: view });
        this.views = [...this.views, made];
        void this.load();
        return made;
    }

    async change(id: string, body: object): Promise<void> {
        const changed = this.shop
            ? await api.patch("/api/v1/shops/{shop}/views/{id}", { path: { shop: this.shop, id }, body })
            : await api.patch("/api/v1/views/{id}", { path: { id }, body });
        this.views = this.views.map((view) => (view.id === id ? { ...view, ...changed } : view));
        void this.load();
    }

    async remove(id: string): Promise<void> {
        if (this.shop) await api.delete("/api/v1/shops/{shop}/views/{id}", { path: { shop: this.shop, id } });
        else await api.delete("/api/v1/views/{id}", { path: { id } });
        this.views = this.views.filter((view) => view.id !== id);
    }
}
export const waiting = new Waiting();
