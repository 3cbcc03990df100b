// WooCommerce by its REST API v3: --key CONSUMER_KEY --secret CONSUMER_SECRET; --url is the site's address. Its lines
// name products of the shop, so three are told by --products 11,12,13.
let products = [];

export default {
    name: "WooCommerce",
    options: ["key", "secret", "products"],
    headers({ key, secret, products: told }) {
        products = told.split(",").map(Number);
        if (products.length !== 3 || products.some((id) => !(id > 0))) throw new Error("--products A,B,C, please");
        return { Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}` };
    },
    place: (_run, at) => ({
        method: "POST",
        path: "/wp-json/wc/v3/orders",
        body: {
            payment_method: "cheque",
            payment_method_title: "Cheque",
            set_paid: false,
            billing: {
                first_name: "Zoé",
                last_name: `Lefèvre ${at}`,
                address_1: "12 rue des Lilas",
                postcode: "75011",
                city: "Paris",
                country: "FR",
                email: `zoe.${at}@example.org`,
            },
            line_items: products.map((product_id, line) => ({ product_id, quantity: [2, 5, 1][line] })),
        },
    }),
    id: (order) => order.id,
    mark_paid: (id) => ({ method: "PUT", path: `/wp-json/wc/v3/orders/${id}`, body: { set_paid: true } }),
    list: () => ({ path: "/wp-json/wc/v3/orders?per_page=50" }),
    search: (word) => ({ path: `/wp-json/wc/v3/orders?per_page=50&search=${encodeURIComponent(word)}` }),
    read: (id) => ({ path: `/wp-json/wc/v3/orders/${id}` }),
};
