// A small file that comes before the desk: what the first screen needs is asked for while the rest is still on its way.
import { all_shops, ask_ahead, connection } from "./lib/api";
import { page_query } from "./lib/filters";
import { warm_up } from "./lib/format";
import { first_language, words_in } from "./lib/languages";
import { place_of } from "./lib/place";

const language = first_language();
connection.language = language;
ask_ahead("/api/v1/session");
ask_ahead("/api/v1/shops", { query: all_shops });
ask_for_orders();
// Whoever waits for the words hears that they did not come.
words_in(language).catch(() => undefined);
// Only when all of that was asked.
setTimeout(() => warm_up(language));

function ask_for_orders() {
    const place = place_of(location.pathname);
    if (place.screen !== "orders") return;
    const address = new URLSearchParams(location.search);
    const query = page_query(address, address.get("cursor") ?? "");
    if (place.shop) ask_ahead("/api/v1/shops/{shop}/orders", { query, path: { shop: place.shop } });
    else ask_ahead("/api/v1/orders", { query });
}
