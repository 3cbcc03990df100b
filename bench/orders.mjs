// Writes a shop's past as Commis's own CSV: the same orders each time, skewed as real shops are. Few articles and
// customers make most of the orders, most orders are done, the last days hold the work.
//   node bench/orders.mjs COUNT [SEED] > orders.csv
import { once } from "node:events";

const count = Number(process.argv[2]);
let seed = Number(process.argv[3] ?? 1);
if (!Number.isInteger(count) || count < 1) {
    console.error("usage: node bench/orders.mjs COUNT [SEED] > orders.csv");
    process.exit(2);
}

// mulberry32: small, seeded and good enough to deal orders.
function random() {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const one_of = (list) => list[below(list.length)];
/** Small numbers far more often than large ones. */
const skewed = (n) => Math.floor(n * random() ** 3);

const first = [
    "Zoé",
    "Éloïse",
    "Maëlys",
    "Garance",
    "Noël",
    "Jérôme",
    "Benoît",
    "Aïssatou",
    "Søren",
    "Freja",
    "Jürgen",
    "Käthe",
    "Łucja",
    "Ömer",
    "Chloé",
    "Léa",
    "Hugo",
    "Inès",
    "Jules",
    "Manon",
    "Nils",
    "Maja",
    "Emil",
    "Clara",
    "Anton",
    "Ida",
    "Luca",
    "Sofia",
    "Matteo",
    "Giulia",
];
const last = [
    "Lefèvre",
    "Marchand",
    "Kerjean",
    "Petitjean",
    "Diallo",
    "Beaumont",
    "d’Aubigné",
    "Rossi",
    "Müller",
    "Schröder",
    "Jørgensen",
    "Sørensen",
    "Ås",
    "Kowalska",
    "Wiśniewska",
    "Yıldız",
    "Nguyễn",
    "Tanaka",
    "Fontaine",
    "Girard",
    "Roussel",
    "Blanchet",
    "Morel",
    "Caron",
    "Dubois",
    "Weiß",
    "Keller",
    "Huber",
    "Brunner",
    "Favre",
    "Rochat",
    "Dupont",
    "Bonnet",
    "Leroux",
    "Barbier",
    "Renard",
    "Colas",
    "Perrin",
    "Guérin",
    "Chevalier",
];
const cities = [
    ["75011", "Paris", "FR"],
    ["69002", "Lyon", "FR"],
    ["33000", "Bordeaux", "FR"],
    ["44000", "Nantes", "FR"],
    ["1003", "Lausanne", "CH"],
    ["8001", "Zürich", "CH"],
    ["2100", "København", "DK"],
    ["8000", "Aarhus", "DK"],
    ["10115", "Berlin", "DE"],
    ["1000", "Bruxelles", "BE"],
];
const goods = ["Sencha", "Assam", "Rooibos", "Oolong", "Chaï", "Maté", "Earl Grey", "Gunpowder", "Tasse", "Théière"];
const customers = Math.max(10, Math.floor(count / 4));
const articles = 2000;

const columns = [
    "record",
    "number",
    "external_id",
    "placed_at",
    "buyer_name",
    "buyer_email",
    "billing_line1",
    "billing_postal_code",
    "billing_city",
    "billing_country",
    "delivery_method",
    "delivery_title",
    "delivery_amount",
    "delivery_tax_rate",
    "promo_code",
    "payment_method",
    "state",
    "paid_amount",
    "paid_at",
    "sku",
    "name",
    "kind",
    "quantity",
    "unit_price",
    "tax_rate",
    "method",
    "provider",
    "reference",
    "amount",
    "status",
    "at",
    "expires_at",
];
const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const row = (values) => `${columns.map((name) => cell(String(values[name] ?? ""))).join(",")}\n`;
const money = (minor) => (minor / 100).toFixed(2);
const time = (ms) => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
const day = 86_400_000;

/** How far an order of this age has come: the older, the surer it is done. */
function story(age_days) {
    const roll = random();
    if (age_days > 21) {
        if (roll < 0.94) return { state: "delivered", paid: true };
        if (roll < 0.98) return { state: "cancelled", paid: false };
        return { state: "received", paid: false };
    }
    if (age_days > 4 && roll < 0.8) return { state: roll < 0.6 ? "delivered" : "to_deliver", paid: true };
    if (roll < 0.3) return { state: "received", paid: true };
    if (roll < 0.5) return { state: "to_prepare", paid: true };
    if (roll < 0.6) return { state: "received", hold: true };
    return { state: "received", paid: false };
}

function customer(n) {
    const name = `${first[n % first.length]} ${last[Math.floor(n / first.length) % last.length]}`;
    const [postal_code, city, country] = cities[n % cities.length];
    return { name, email: `kunde${n}@example.org`, line1: `${1 + (n % 90)} rue des Lilas`, postal_code, city, country };
}

function order(n, placed, now) {
    const { state, paid, hold } = story((now - placed) / day);
    const who = customer(skewed(customers));
    const method = hold
        ? "card"
        : paid
          ? one_of(["card", "card", "card", "paypal", "bank-transfer"])
          : one_of(["cheque", "bank-transfer"]);
    const shipping = random() < 0.2 ? 0 : 690;
    const lines = Array.from({ length: 1 + skewed(5) }, () => {
        const article = skewed(articles);
        return {
            sku: `T-${1000 + article}`,
            name: `${goods[article % goods.length]} ${100 + article} g`,
            quantity: 1 + skewed(6),
            price: 350 + ((article * 37) % 4600),
        };
    });
    const total = shipping + lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
    const head = {
        external_id: `P${n}`,
        placed_at: time(placed),
        buyer_name: who.name,
        buyer_email: who.email,
        billing_line1: who.line1,
        billing_postal_code: who.postal_code,
        billing_city: who.city,
        billing_country: who.country,
        delivery_method: "parcel",
        delivery_title: "Colissimo",
        delivery_amount: money(shipping),
        delivery_tax_rate: "20",
        promo_code: random() < 0.06 ? one_of(["NOEL", "RENTREE", "BIENVENUE"]) : "",
        payment_method: method,
        state,
    };
    if (paid) Object.assign(head, { paid_amount: money(total), paid_at: time(placed + 60_000) });
    let text = "";
    lines.forEach((line, at) => {
        const own = {
            sku: line.sku,
            name: line.name,
            kind: "goods",
            quantity: line.quantity,
            unit_price: money(line.price),
            tax_rate: "20",
        };
        text += row(at === 0 ? { ...head, ...own } : { external_id: head.external_id, ...own });
    });
    if (hold) {
        text += row({
            record: "payment",
            external_id: head.external_id,
            method: "card",
            provider: "stripe",
            reference: `pi_${n}`,
            amount: money(total),
            status: "authorized",
            at: time(placed + 60_000),
            expires_at: time(placed + 7 * day),
        });
    }
    return text;
}

process.stdout.write(`${columns.join(",")}\n`);
const now = Math.floor(Date.now() / day) * day;
const years = 3 * 365 * day;
let text = "";
for (let n = 0; n < count; n += 1) {
    // Denser towards today: shops grow.
    const placed = now - Math.floor(years * (1 - ((n + random()) / count) ** 0.7));
    text += order(n, placed, now);
    if (text.length > 1 << 20) {
        if (!process.stdout.write(text)) await once(process.stdout, "drain");
        text = "";
    }
}
process.stdout.write(text);
