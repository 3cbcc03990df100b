// Starts the desk: words, session, shops and orders are asked for together and drawn together; only where they take
// their time the frame stands before them.
import { mount } from "svelte";
import "./app.css";
import App from "./App.svelte";
import { first_language } from "./lib/i18n.svelte";
import { listing } from "./lib/order_list.svelte";
import { router } from "./lib/router.svelte";
import { enter, prepare } from "./lib/session.svelte";

const patience_ms = 250;

// After an update an old page asks for files that are gone; one reload gets the new ones.
addEventListener("vite:preloadError", () => {
    if (sessionStorage.getItem("commis.reloaded")) return;
    sessionStorage.setItem("commis.reloaded", "yes");
    location.reload();
});

// The language is known at once; its words and all that the first screen asks the server for come together.
const preparing = prepare();
const entering = enter();
const asking = router.place.screen === "orders" ? ask_for_orders() : undefined;
await preparing;
// What comes as soon as that is drawn at once, and only once; whoever has to wait sees the frame with its skeletons.
await Promise.race([Promise.all([entering, asking]), new Promise((later) => setTimeout(later, patience_ms))]);
const target = document.getElementById("desk");
if (!target) throw new Error("The page has no #desk.");
target.replaceChildren();
mount(App, { target });

function ask_for_orders(): Promise<unknown> {
    const { place, query } = router;
    return listing.begin(place.shop, query, first_language());
}
