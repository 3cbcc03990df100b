// Who works here, in which shops, and what that person prefers. Preferences are kept by the server, so they follow the
// operator to another browser; theme and language are also kept here so that the first paint is right.
import { forget_lists } from "../gate/kept";
import { all_shops, api, connection, held_back, Problem, type Session, type Shop, type SignInStep } from "./api";
import { first_language, type Language, speak, wording } from "./i18n.svelte";
import { forget_recent_orders } from "./open_order.svelte";

export type Theme = "system" | "light" | "dark";

interface Preferences {
    theme?: Theme;
    shortcuts?: boolean;
    /** The columns of each shop's list in order; "" is the list over all shops. */
    columns?: Record<string, string[]>;
    /** The widths of its columns in pixels, where somebody chose one. */
    widths?: Record<string, Record<string, number>>;
}

class Desk {
    session = $state.raw<Session>();
    shops = $state.raw<Shop[]>([]);
    signed_out = $state(false);
    failure = $state.raw<Problem>();
    theme = $state<Theme>((localStorage.getItem("commis.theme") as Theme | null) ?? "system");
    preferences = $state.raw<Preferences>({});
    /** Set while the session has ended under an open page: the dialog over it settles the promise. */
    again = $state.raw<(signed_in: boolean) => void>();

    shop(id: string | undefined): Shop | undefined {
        return this.shops.find((shop) => shop.id === id);
    }
    may(right: string, shop: string): boolean {
        const own = this.session?.shops.find((each) => each.id === shop);
        return this.session?.administrator === true || (own?.rights as string[] | undefined)?.includes(right) === true;
    }
    get shortcuts(): boolean {
        return this.preferences.shortcuts !== false;
    }
}
export const desk = new Desk();
let picked: Language | undefined;

export function show_theme(theme: Theme) {
    desk.theme = theme;
    localStorage.setItem("commis.theme", theme);
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
}

async function take(session: Session) {
    desk.session = session;
    desk.preferences = session.preferences as Preferences;
    connection.csrf = session.csrf;
    if (desk.preferences.theme) show_theme(desk.preferences.theme);
}

/** After a change of its settings: what every screen reads of the shop. */
export function replace_shop(changed: Shop) {
    desk.shops = desk.shops.map((shop) => (shop.id === changed.id ? changed : shop));
}

async function fetch_shops(): Promise<Shop[]> {
    try {
        return (await api.get("/api/v1/shops", { query: all_shops, quiet: true })).items;
    } catch (error) {
        if (error instanceof Problem && error.code === held_back) return [];
        throw error;
    }
}

/** The first load: session and shops at the same time. */
export async function enter(): Promise<void> {
    desk.failure = undefined;
    try {
        const [session, shops] = await Promise.all([api.get("/api/v1/session", { quiet: true }), fetch_shops()]);
        desk.shops = shops;
        await take(session);
        desk.signed_out = false;
        if (session.language !== wording.language) await use_language(session.language as Language, false);
    } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.status === 401) desk.signed_out = true;
        else desk.failure = error;
    }
}

/** The step to finish with a code, when the operator has a second factor; else nothing, and the desk is open. */
export async function sign_in(email: string, password: string): Promise<SignInStep | undefined> {
    const body = { email, password };
    const answer = (await api.post("/api/v1/session", { body, quiet: true })) as Session | SignInStep;
    if ("step" in answer) return answer;
    await settle_in(answer);
    return undefined;
}

export async function finish_sign_in(step: string, code: string): Promise<void> {
    await settle_in(await api.post("/api/v1/session/second-step", { body: { step, code }, quiet: true }));
}

/** A language picked on the sign-in page is remembered; otherwise the operator's own is used from here on. */
async function settle_in(session: Session): Promise<void> {
    await take(session);
    const language = picked ?? (session.language as Language);
    if (language !== session.language || language !== wording.language)
        await use_language(language, picked !== undefined);
    else desk.shops = await fetch_shops();
    picked = undefined;
    desk.signed_out = false;
}

/** Joining a team signs in: with a new account, or with the one that has the address. */
export async function join(
    secret: string,
    body: { password: string; name?: string; language: Language },
): Promise<SignInStep | undefined> {
    const call = { path: { secret }, body, quiet: true };
    const answer = (await api.post("/api/v1/join/{secret}", call)) as Session | SignInStep;
    if ("step" in answer) return answer;
    await take(answer);
    desk.shops = await fetch_shops();
    desk.signed_out = false;
    return undefined;
}

/** After a change of the operator's own: the session as the server has it now. */
export function renew_session(session: Session) {
    desk.session = session;
    connection.csrf = session.csrf;
}

let counting: ReturnType<typeof setTimeout> | undefined;
/** Asks how many orders nobody has opened yet, at most every three seconds. */
export function count_unseen() {
    if (counting !== undefined) return;
    counting = setTimeout(async () => {
        counting = undefined;
        const session = desk.session && (await api.get("/api/v1/session", { quiet: true }).catch(() => undefined));
        if (session && desk.session) desk.session = { ...desk.session, shops: session.shops };
    }, 3000);
}

export async function sign_out(): Promise<void> {
    await api.delete("/api/v1/session", { quiet: true }).catch(() => undefined);
    forget_recent_orders();
    forget_lists();
    desk.session = undefined;
    desk.shops = [];
    desk.signed_out = true;
}

/** The labels of shops and statuses come from the server, so another language fetches them again. */
export async function use_language(language: Language, remember = true): Promise<void> {
    if (remember && !desk.session) picked = language;
    // Before the words change: whoever sees them change asks the server again, in the new language.
    connection.language = language;
    await speak(language);
    if (remember && desk.session) await save_session({ language });
    if (desk.session) desk.shops = await fetch_shops();
}

async function save_session(body: { language?: Language; preferences?: Preferences }) {
    try {
        await take(await api.patch("/api/v1/session", { body }));
    } catch (error) {
        // What was chosen stays for this page; it is only not remembered.
        if (!(error instanceof Problem)) throw error;
    }
}

export async function prefer(change: Preferences): Promise<void> {
    desk.preferences = { ...desk.preferences, ...change };
    if (desk.session?.operator) await save_session({ preferences: desk.preferences });
}

export async function prepare(): Promise<void> {
    show_theme(desk.theme);
    const language = first_language();
    connection.language = language;
    // The day came while the desk was open.
    connection.on_held_back = () => {
        if (desk.session?.second_factor_required === false) void enter();
    };
    connection.sign_in_again = () => {
        if (!desk.session) return Promise.resolve(false);
        return new Promise((settle) => {
            const earlier = desk.again;
            desk.again = (signed_in) => {
                earlier?.(signed_in);
                settle(signed_in);
            };
        });
    };
    await speak(language);
}
