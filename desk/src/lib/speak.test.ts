// Words arrive while the language changes and a screen of the settings opens: nobody ever reads a key.
import { expect, test, vi } from "vitest";
import danish from "$locales/da/desk.json";
import danish_settings from "$locales/da/settings.json";
import { speak, speak_settings, t, wording } from "./i18n.svelte";

test("the last language wins, with the words of the settings, for everybody who waits", async () => {
    vi.stubGlobal("document", { documentElement: { lang: "" } });
    vi.stubGlobal("localStorage", { setItem: () => undefined });
    await speak("en");
    const switching = speak("da");
    const opening = speak_settings();
    await Promise.all([speak("en"), speak("da")]);
    await opening;
    expect(wording.language).toBe("da");
    expect(t("settings.states")).toBe(danish_settings["settings.states"]);
    await switching;
    expect(t("nav.orders")).toBe(danish["nav.orders"]);
    const early = speak("fr");
    const late = speak("da");
    await early;
    expect(wording.language, "an earlier wish waits for the later one").toBe("da");
    await late;
});
