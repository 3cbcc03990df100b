// A mock of the HTTP contract with made-up orders: it lets the desk be built and looked at without the real program.
// Use: node tests/desk/mock/server.mjs [port]; it answers the API and the files of desk/dist. Tests use the real
// program.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { orders, refresh, row_of, session, shops } from "./data.mjs";

const dist = new URL("../../../desk/dist/", import.meta.url);
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'";
const listeners = new Set();
let signed_in = process.env.MOCK_SIGNED_OUT === undefined;
const jobs = [];

const problem = (status, code, detail, more = {}) => ({
    status,
    body: { type: "about:blank", title: code, status, code, detail, request_id: "r-1", ...more },
});
const ok = (body, status = 200) => ({ status, body });
const tell = (event, data) => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
};

const list = (query, only_shop) => {
    const wanted = query.getAll("shop").concat(only_shop ?? []);
    const q = (query.get("q") ?? "").toLowerCase();
    const has = (name, value) => query.getAll(name).length === 0 || query.getAll(name).includes(value);
    const found = orders.filter(
        (order) =>
            (wanted.length === 0 || wanted.includes(order.shop)) &&
            (q === "" || `${order.number} ${order.buyer.name} ${order.buyer.email}`.toLowerCase().includes(q)) &&
            has("payment_status", order.payment_status) &&
            has("state", order.state.id) &&
            has("stage", order.state.stage) &&
            has("status", order.summary.status) &&
            has("payment_method", order.payment_method) &&
            has("promo_code", order.promo_code) &&
            (!query.get("placed_from") || order.placed_at >= query.get("placed_from")) &&
            (!query.get("min_total") || order.totals.total >= Number(query.get("min_total"))),
    );
    const sort = query.get("sort") ?? "-placed_at";
    const key = sort.replace("-", "");
    const value = (order) => (key === "total" ? order.totals.total : key === "buyer" ? order.buyer.name : order[key]);
    found.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (sort.startsWith("-") ? -1 : 1));
    const from = Number(query.get("cursor") ?? 0);
    const limit = Number(query.get("limit") ?? 50);
    const more = from + limit < found.length ? String(from + limit) : null;
    const page = { items: found.slice(from, from + limit).map(row_of), next_cursor: more };
    if (query.get("count") === "true") Object.assign(page, { total: found.length, total_is_estimate: false });
    return ok(page);
};

const record = (order, type, text, note, mails = []) => {
    order.version += 1;
    order.updated_at = new Date().toISOString();
    const entry = {
        id: `e${order.id}-${order.version}`,
        sequence: order.version,
        at: order.updated_at,
        type,
        text,
        actor: { kind: "operator", name: session.operator.name },
        note: note ?? null,
        note_html: note ? `<p>${note.replace(/[<&]/g, "").replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")}</p>` : null,
        mails,
        data: {},
    };
    order.timeline.unshift(entry);
    tell("order", { shop: order.shop, id: order.id, version: order.version });
    return entry;
};

const act = (order, action, body) => {
    const copy = body.dry_run ? structuredClone(order) : order;
    const shop = shops.find(({ id }) => id === order.shop);
    const rule = action === "mark-paid" ? "ask" : shop.apply === "immediate" ? "always" : "ask";
    const sends = rule === "always" || (rule === "ask" && body.notify === true);
    let text = "";
    if (action === "mark-paid") {
        const amount = body.amount ?? order.totals.due;
        if (order.totals.due === 0) return problem(409, "already_paid", "Everything is paid already.");
        if (amount > order.totals.due) return problem(409, "amount_too_high", "That is more than is due.");
        copy.totals.paid += amount;
        copy.payments.push({
            id: `p${order.id}-${order.version}`,
            method: order.payment_method,
            method_label: order.payment_method_label,
            provider: "",
            reference: body.reference ?? "",
            status: "captured",
            status_label: "Received",
            amount,
            captured: amount,
            source: "operator",
            source_label: "Operator",
            at: body.received_at ?? new Date().toISOString(),
            expires_at: null,
        });
        text = `Payment of ${(amount / 100).toFixed(2)} ${order.currency} recorded`;
    } else {
        const next = shop.states.find(({ id }) => id === body.state);
        if (!next)
            return problem(422, "bad_field", "There is no such state.", {
                errors: [{ field: "/state", code: "unknown_state", detail: "There is no such state." }],
            });
        text = `State changed from “${order.state.label}” to “${next.label}”`;
        const { id, stage, stage_label, label, color } = next;
        copy.state = { id, stage, stage_label, label, color };
    }
    refresh(copy);
    const mail = {
        event: action === "mark-paid" ? "payment_changed" : "state_changed",
        event_label: action === "mark-paid" ? "Payment received" : "State of the order",
        to: order.buyer.email,
    };
    if (body.dry_run) {
        const amounts = { amount: body.amount ?? order.totals.due, due: copy.totals.due };
        const reason_text = sends ? null : "Not asked for.";
        const mails = [{ ...mail, will_send: sends, reason: sends ? null : "not_asked", reason_text }];
        return ok({ dry_run: true, order: copy, notify: rule, mails, documents: [], stock: [], amounts });
    }
    const status = sends
        ? { status: "queued", status_label: "Waiting", reason_text: null }
        : { status: "suppressed", status_label: "Not sent", reason_text: "Not asked for." };
    record(order, action === "mark-paid" ? "payment_received" : "state_changed", text, body.note, [
        { id: `m${order.id}-${order.version}`, ...mail, ...status },
    ]);
    return ok(order);
};

const mails_of = (some) =>
    some.flatMap((order) =>
        order.timeline.flatMap((entry) =>
            entry.mails.map((mail) => ({
                ...mail,
                shop: order.shop,
                order: order.id,
                order_number: order.number,
                subject: null,
                language: "en",
                reason: null,
                attempts: 0,
                last_reply: null,
                created_at: entry.at,
                due_at: entry.at,
                sent_at: null,
                can_retry: mail.status === "failed",
            })),
        ),
    );

const order_routes = (method, order, rest, body, headers) => {
    const stale = headers["if-match"] && headers["if-match"] !== `"${order.version}"`;
    if (method !== "GET" && stale && !body.dry_run)
        return problem(412, "stale_version", "Somebody changed the order meanwhile.", { version: order.version });
    if (rest === "" && method === "GET") return ok(order);
    if (rest === "" && method === "PATCH") {
        order.buyer = { ...order.buyer, ...body.buyer };
        for (const name of ["billing_address", "shipping_address", "note", "tags", "language", "notify_on_state"])
            if (name in body) order[name] = body[name];
        record(order, "edited", "Buyer and addresses edited");
        return ok(order);
    }
    if (rest === "timeline") return ok({ items: order.timeline, next_cursor: null });
    if (rest === "notes") return ok(record(order, "note", "Note", body.note), 201);
    if (rest.startsWith("actions/")) return act(order, rest.slice(8), body);
    return problem(404, "not_found", "There is no such thing.");
};

const import_file = (shop, query) => {
    const job = {
        id: String(jobs.length + 1),
        shop,
        kind: "import",
        kind_label: "Import",
        format: query.get("format"),
        name: query.get("name"),
        status: "running",
        status_label: "Running",
        done: 0,
        total: 400,
        failed: [],
        counts: {},
        detail: null,
        created_at: new Date().toISOString(),
        finished_at: null,
    };
    jobs.unshift(job);
    const timer = setInterval(() => {
        job.done += 50;
        if (job.done >= 400) {
            clearInterval(timer);
            const counts = {
                rows: 400,
                rows_imported: 380,
                rows_known: 12,
                rows_rejected: 8,
                orders_created: 190,
                orders_known: 6,
                credits: 2,
            };
            Object.assign(job, { status: "done", status_label: "Done", counts, finished_at: new Date().toISOString() });
        }
        tell("job", { shop, id: job.id, status: job.status, done: job.done, total: job.total });
    }, 300);
    return ok(job, 202);
};

const route = (method, path, query, body, headers) => {
    if (path === "session" && method === "POST") {
        if (body.password === "wrong")
            return problem(401, "wrong_credentials", "The address or the password is not right.");
        signed_in = true;
        return ok(session);
    }
    if (!signed_in) return problem(401, "unauthorized", "Nobody is signed in.");
    if (path === "session" && method === "DELETE") {
        signed_in = false;
        return ok(null, 204);
    }
    if (path === "session") {
        if (method === "PATCH") Object.assign(session, body);
        return ok(session);
    }
    if (path === "shops") return ok({ items: shops, next_cursor: null });
    if (path === "orders") return list(query);
    const [, shop, noun, id, rest = ""] = path.match(/^shops\/([^/]+)\/([^/]+)(?:\/([^/]+))?(?:\/(.+))?$/) ?? [];
    if (noun === "orders" && id === undefined) return list(query, shop);
    const order = orders.find((each) => each.id === id);
    if (noun === "orders" && order) return order_routes(method, order, rest, body, headers);
    if (noun === "mails")
        return ok({
            items: mails_of(
                orders.filter((each) => each.shop === shop && (!query.get("order") || query.get("order") === each.id)),
            ).slice(0, 50),
            next_cursor: null,
        });
    if (noun === "imports") return import_file(shop, query);
    if (noun === "jobs") return id ? ok(jobs.find((job) => job.id === id)) : ok({ items: jobs, next_cursor: null });
    return problem(404, "not_found", "There is no such thing.");
};

const serve_file = async (path, response) => {
    const name = extname(path) === "" ? "index.html" : path.slice(1);
    try {
        const bytes = await readFile(new URL(name, dist));
        response.writeHead(200, {
            "content-type": types[extname(name)] ?? "application/octet-stream",
            "content-security-policy": policy,
        });
        response.end(bytes);
    } catch {
        response.writeHead(404).end();
    }
};

const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://mock");
    if (!url.pathname.startsWith("/api/v1/")) return serve_file(url.pathname, response);
    const path = url.pathname.slice(8);
    if (path === "events" && signed_in) {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(":\n\n");
        listeners.add(response);
        request.on("close", () => listeners.delete(response));
        return;
    }
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const is_json = (request.headers["content-type"] ?? "").includes("json") && !path.endsWith("imports");
    const answer = route(
        request.method,
        path,
        url.searchParams,
        text && is_json ? JSON.parse(text) : {},
        request.headers,
    );
    const kind = answer.status >= 400 ? "application/problem+json" : "application/json";
    setTimeout(
        () =>
            response
                .writeHead(answer.status, { "content-type": kind })
                .end(answer.status === 204 ? undefined : JSON.stringify(answer.body)),
        40,
    );
});
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () =>
    console.log(`http://127.0.0.1:${server.address().port}/`),
);
