// Which columns the list on screen has and how wide they are: a saved view's own, else the operator's for this shop,
// else the profile's. What is changed inside a view is kept there until the view is updated.
import type { Shop, View } from "./api";
import { type Column, shown_columns, with_hold } from "./columns";
import { desk, prefer } from "./session.svelte";

type ViewColumns = View["columns"];

class ListColumns {
    /** Changes made inside a view and not kept yet, by the view's id. */
    drafts = $state.raw<Record<string, ViewColumns>>({});

    private of_view(view: View | undefined): ViewColumns | undefined {
        const columns = view && (this.drafts[view.id] ?? view.columns);
        return columns && columns.length > 0 ? columns : undefined;
    }

    shown(shop: Shop | undefined, view: View | undefined, sort: string | null): Column[] {
        const ids = this.of_view(view)?.map(({ id }) => id) ?? desk.preferences.columns?.[shop?.id ?? ""];
        return with_hold(shown_columns(ids, shop), sort);
    }

    widths(shop: Shop | undefined, view: View | undefined): Record<string, number> {
        const own = this.of_view(view);
        if (!own) return desk.preferences.widths?.[shop?.id ?? ""] ?? {};
        return Object.fromEntries(own.flatMap(({ id, width }) => (width === undefined ? [] : [[id, width]])));
    }

    /** The columns as a view keeps them. */
    kept(shop: Shop | undefined, view: View | undefined, sort: string | null): ViewColumns {
        const widths = this.widths(shop, view);
        return this.shown(shop, view, sort).map(({ id }) => (widths[id] ? { id, width: widths[id] } : { id }));
    }

    keep(shop: Shop | undefined, view: View | undefined, ids: string[] | undefined, widths: Record<string, number>) {
        if (view && view.columns.length > 0) {
            const columns = ids?.map((id) => (widths[id] ? { id, width: widths[id] } : { id })) ?? view.columns;
            this.drafts = { ...this.drafts, [view.id]: columns };
            return;
        }
        const place = shop?.id ?? "";
        const columns = { ...desk.preferences.columns };
        if (ids) columns[place] = ids;
        else delete columns[place];
        const all = { ...desk.preferences.widths };
        if (ids && Object.keys(widths).length > 0) all[place] = widths;
        else delete all[place];
        void prefer({ columns, widths: all });
    }

    is_changed(view: View | undefined): boolean {
        return view !== undefined && this.drafts[view.id] !== undefined;
    }

    forget(view: View) {
        const { [view.id]: _, ...rest } = this.drafts;
        this.drafts = rest;
    }
}
export const list_columns = new ListColumns();
