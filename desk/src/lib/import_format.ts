// Which program wrote a file of orders, guessed from its first characters. The person sees the guess and may choose
// another; the server reads strictly whatever was chosen.
export const import_formats = ["commis", "woocommerce", "shopify", "northwind", "uci"] as const;
export type ImportFormat = (typeof import_formats)[number];

export const head_bytes = 4096;

const has_all = (text: string, words: readonly string[]) => words.every((word) => text.includes(word));

export function recognize(head: string): ImportFormat | undefined {
    const text = head.replace(/^\uFEFF/, "").trimStart();
    if (/^[[{]/.test(text)) {
        if (/"(financial_status|total_price|fulfillment_status|line_items_subtotal_price)"/.test(text))
            return "shopify";
        if (/"(payment_method_title|date_created|order_key|cart_tax|billing)"/.test(text)) return "woocommerce";
        return undefined;
    }
    const columns = (text.split(/\r?\n/, 1)[0] ?? "").split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, ""));
    const line = ` ${columns.join(" ")} `;
    if (has_all(line, [" InvoiceNo ", " StockCode "])) return "uci";
    if (has_all(line, [" order_id ", " customer_id "])) return "northwind";
    if (has_all(line, [" name ", " quantity ", " unit_price "])) return "commis";
    return undefined;
}

/** How fast a job goes, from two looks at it; undefined before there are two. */
export function rate(before: { at: number; done: number } | undefined, at: number, done: number): number | undefined {
    if (!before || at - before.at < 500 || done <= before.done) return undefined;
    return Math.round(((done - before.done) * 1000) / (at - before.at));
}
