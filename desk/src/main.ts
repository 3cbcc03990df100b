// Starts the desk: words and theme first, then the frame with skeletons, while session, shops and orders are on their
// way.
import { mount } from "svelte";
import "./app.css";
import App from "./App.svelte";
import { enter, prepare } from "./lib/session.svelte";

// After an update an old page asks for files that are gone; one reload gets the new ones.
addEventListener("vite:preloadError", () => {
    if (sessionStorage.getItem("commis.reloaded")) return;
    sessionStorage.setItem("commis.reloaded", "yes");
    location.reload();
});

// The language is known at once; its words and the answers of the server come together.
const preparing = prepare();
const entering = enter();
await preparing;
const target = document.getElementById("desk");
if (!target) throw new Error("The page has no #desk.");
target.replaceChildren();
mount(App, { target });
await entering;
