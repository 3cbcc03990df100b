// Commis itself: --shop SHOP --token TOKEN (`commis token create --role owner`).
let base = "";

export default {
    name: "Commis",
    options: ["shop", "token"],
    headers({ shop, token }) {
        base = `/api/v1/shops/${shop}`;
        return { Authorization: `Bearer ${token}` };
    },
    place: (run, at) => ({
        method: "POST",
        path: `${base}/orders`,
        headers: { "Idempotency-Key": `${run}-${at}` },
        body: {
            currency: "EUR",
            buyer: { name: `Zoé Lefèvre ${at}`, email: `zoe.${at}@example.org` },
            billing_address: { line1: "12 rue des Lilas", postal_code: "75011", city: "Paris", country: "FR" },
            lines: [
                { sku: `MUG-${at % 400}`, name: "Mug à café", quantity: 2, unit_price: 1999, tax_rate: "20" },
                { sku: "CARD-7", name: "Carte postale", quantity: 5, unit_price: 150, tax_rate: "20" },
                { sku: "BOOK-3", name: "Livre de cuisine", quantity: 1, unit_price: 2450, tax_rate: "5.5" },
            ],
            payment: { method: "cheque" },
        },
    }),
    id: (order) => order.id,
    mark_paid: (id) => ({ method: "POST", path: `${base}/orders/${id}/actions/mark-paid`, body: {} }),
    list: () => ({ path: `${base}/orders?limit=50` }),
    search: (word) => ({ path: `${base}/orders?limit=50&q=${encodeURIComponent(word)}` }),
    read: (id) => ({ path: `${base}/orders/${id}` }),
};
