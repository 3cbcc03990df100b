// What the trust tests share: the program with two shops, a token and a session of every role, calls that show the
// whole answer, and the book of what was tried. Nothing but addresses of this machine is ever asked.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, make_shop, run, serve } from "../support/program.mjs";

export { skip } from "../support/program.mjs";

export const people = ["owner", "manager", "clerk", "packer", "accountant", "check-in", "viewer"];
export const roles = [...people, "storefront", "admin"];

/** Every address of the program as the router tells it, with the right it asks for and the roles that have it. */
export const routes = () =>
    execFileSync(binary, ["routes"], { encoding: "utf8" })
        .trim()
        .split("\n")
        .map((line) => {
            const [method, pattern, door, allowed] = line.split("\t");
            return { method, pattern, door, roles: allowed ? allowed.split(", ") : [], name: `${method} ${pattern}` };
        });

const agents = new Map();
const agent_of = (from) => {
    if (!agents.has(from)) agents.set(from, new Agent({ keepAlive: true, localAddress: from }));
    return agents.get(from);
};

/**
 * One call, answered whole: status, headers, text, and the JSON where it is some. `from` is the address it comes from,
 * of the many that this machine has of itself. Event streams are left at once.
 */
export function ask(url, method, path, { headers = {}, body, from = "127.0.0.1", as } = {}) {
    const sent = { ...headers };
    if (as?.token) sent.Authorization ??= `Bearer ${as.token}`;
    if (as?.cookie) {
        sent.Cookie ??= as.cookie;
        if (method !== "GET") sent["X-Commis-CSRF"] ??= as.csrf;
    }
    const content =
        body === undefined || typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    if (content !== undefined) {
        sent["Content-Type"] ??= "application/json";
        sent["Content-Length"] ??= Buffer.byteLength(content);
    }
    const { hostname, port } = new URL(url);
    return new Promise((done, failed) => {
        const out = request({ hostname, port, method, path, headers: sent, agent: agent_of(from) }, (answer) => {
            const finish = (bytes) => {
                const text = bytes.toString("utf8");
                let json;
                if (/json/.test(answer.headers["content-type"] ?? "")) {
                    try {
                        json = JSON.parse(text);
                    } catch {
                        json = undefined;
                    }
                }
                done({ status: answer.statusCode, headers: answer.headers, text, bytes, json, code: json?.code });
            };
            if (/event-stream/.test(answer.headers["content-type"] ?? "")) {
                finish(Buffer.alloc(0));
                answer.destroy();
                return;
            }
            const parts = [];
            answer.on("data", (part) => parts.push(part));
            answer.on("end", () => finish(Buffer.concat(parts)));
            answer.on("error", failed);
        });
        out.on("error", failed);
        out.end(content);
    });
}

/** Signs in; the answer's cookie and CSRF value go with `as`. */
export async function sign_in(url, email, password, more = {}) {
    const answer = await ask(url, "POST", "/api/v1/session", { body: { email, password }, ...more });
    if (answer.status !== 200) throw new Error(`signing in as ${email}: ${answer.status} ${answer.text}`);
    return { cookie: answer.headers["set-cookie"][0].split(";")[0], csrf: answer.json.csrf };
}

const password_of = (shop, role) => `${shop} ${role} has a password`;

/** A member of the shop with that role, signed in. */
async function join_team(url, owner, shop, role) {
    const email = `${role}@${shop}.example`;
    const invited = await ask(url, "POST", `/api/v1/shops/${shop}/team`, { as: owner, body: { email, role } });
    if (invited.status !== 201) throw new Error(`inviting ${email}: ${invited.text}`);
    const joined = await ask(url, "POST", `/api/v1/join/${invited.json.invitation.secret}`, {
        body: { name: `${role} of ${shop}`, password: password_of(shop, role), language: "en" },
    });
    if (joined.status !== 200) throw new Error(`joining as ${email}: ${joined.text}`);
    const cookie = joined.headers["set-cookie"][0].split(";")[0];
    return { cookie, csrf: joined.json.csrf, email, password: password_of(shop, role) };
}

/** The program with the shops alpha and beta; `close` ends it and takes its folder away. */
export async function open_world({ env = {}, words = [], members = [] } = {}) {
    const data = await mkdtemp(join(tmpdir(), "commis-security-"));
    const shops = {};
    for (const id of ["alpha", "beta"])
        shops[id] = { id, owner: { token: make_shop(data, id, "web-shop", ["--sandbox"]) } };
    const admin = { token: run(data, "token", "create", "--role", "admin").trim().split("\n").at(-1) };
    // No name server of the world is asked by a test: nobody answers at this port.
    const server = await serve(data, { env: { COMMIS_DNS_SERVERS: "127.0.0.1:9", ...env }, words });
    const world = { ...server, data, shops, admin };
    world.token = async (shop, role, more = {}) => {
        const made = await ask(server.url, "POST", `/api/v1/shops/${shop}/tokens`, {
            as: shops[shop].owner,
            body: { name: `${role} for a test`, role, ...more },
        });
        if (made.status !== 201) throw new Error(`a token of ${role}: ${made.text}`);
        return { token: made.json.token, id: made.json.id };
    };
    world.call = (who, method, path, body) => ask(server.url, method, `/api/v1/shops${path}`, { as: who, body });
    for (const role of members)
        for (const id of ["alpha", "beta"]) {
            shops[id].people ??= {};
            shops[id].people[role] = await join_team(server.url, shops[id].owner, id, role);
        }
    world.close = async () => {
        await server.end();
        await rm(data, { recursive: true, force: true });
    };
    return world;
}

/** The book of attacks: what was tried, how often, and how often it held. */
export function open_book() {
    const pages = new Map();
    /** Notes one try; a try that did not hold is kept with its words. */
    function tried(what, held, words = "") {
        const page = pages.get(what) ?? { tries: 0, held: 0, broken: [] };
        pages.set(what, page);
        page.tries += 1;
        if (held) page.held += 1;
        else page.broken.push(words);
        return held;
    }
    const broken = (what) => pages.get(what)?.broken ?? [`${what} was never tried`];
    /** Whether everything that was tried under these names held; the first that did not are shown. */
    function held(...names) {
        for (const what of names) assert.deepEqual(broken(what).slice(0, 5), [], what);
    }
    function print() {
        const width = 42;
        const lines = [...pages].map(
            ([name, { tries, held }]) =>
                `${name.padEnd(width)} ${String(tries).padStart(6)} tried ${String(held).padStart(6)} held`,
        );
        console.log(lines.join("\n"));
    }
    return { tried, held, print };
}

export const order_body = (more = {}) => ({
    currency: "EUR",
    buyer: { name: "Zoé Lefèvre", email: "zoe@example.org" },
    billing_address: { line1: "1 rue des Lilas", postal_code: "75011", city: "Paris", country: "FR" },
    lines: [{ sku: "MUG-1", name: "Mug", kind: "goods", quantity: 2, unit_price: 1999, tax_rate: "20" }],
    payment: { method: "bank-transfer" },
    ...more,
});
