// Swiss Post's Barcode service as a shop meets it, played on loopback: leave to ask against a client and its secret,
// and labels as the published models of the service and its manual have them. What breaks the contract is on `faults`.
import { createServer } from "node:http";

export const client_id = "a1b2c3d4";
export const client_secret = "the secret of the shop";
export const licence = "60030800";

/** Members with the letters they may have; a required one ends in "!". */
const customer = {
    "name1!": 25,
    name2: 25,
    "street!": 25,
    "zip!": 6,
    "city!": 25,
    country: 2,
    pobox: 25,
    domicilePostOffice: 35,
};
const recipient = {
    "name1!": 35,
    name2: 35,
    name3: 35,
    addressSuffix: 35,
    street: 35,
    houseNo: 10,
    pobox: 35,
    "zip!": 10,
    "city!": 35,
    country: 2,
    personallyAddressed: "boolean",
};
const definition = {
    "labelLayout!": 4,
    printAddresses: 25,
    imageFileType: 4,
    imageResolution: "number",
    printPreview: "boolean",
};
const attributes = { "przl!": "array", freeText: 34, weight: "number" };
const item = { "itemID!": 200, "recipient!": "object", attributes: "object" };
const whole = {
    "language!": ["DE", "FR", "IT", "EN"],
    "frankingLicense!": 8,
    ppFranking: "boolean",
    "customer!": "object",
    customerSystem: 20,
    "labelDefinition!": "object",
    "item!": "object",
};

function misfits(node, members, place = "") {
    const found = [];
    const known = new Map(Object.entries(members).map(([name, rule]) => [name.replace("!", ""), rule]));
    for (const name of Object.keys(members)
        .filter((each) => each.endsWith("!"))
        .map((each) => each.slice(0, -1)))
        if (node?.[name] === undefined) found.push(`${place}${name} is missing`);
    for (const [name, value] of Object.entries(node ?? {})) {
        const rule = known.get(name);
        const kind = Array.isArray(value) ? "array" : typeof value;
        if (rule === undefined) found.push(`${place}${name} is not in the contract`);
        else if (Array.isArray(rule) ? !rule.includes(value) : typeof rule === "string" && kind !== rule)
            found.push(`${place}${name} is ${JSON.stringify(value)}`);
        else if (typeof rule === "number" && (kind !== "string" || value === "" || [...value].length > rule))
            found.push(`${place}${name} is ${JSON.stringify(value)}`);
        if (kind === "string" && /[^\x20-\x7e\xa1-\xff]/.test(value)) found.push(`${place}${name} is not Latin-1`);
    }
    return found;
}

export const pdf = (number) =>
    Buffer.from(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]>>endobj\n" +
            `% ${number}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
    );

export async function start_swiss_post() {
    const faults = [];
    const asked = [];
    const sockets = new Set();
    let tokens = 0;
    let made = 0;

    function token(request, form) {
        if (request.headers["content-type"] !== "application/x-www-form-urlencoded")
            return { status: 415, body: { error: "unsupported_media_type" } };
        if (form.get("grant_type") !== "client_credentials")
            return { status: 400, body: { error: "unsupported_grant_type" } };
        if (form.get("client_id") !== client_id || form.get("client_secret") !== client_secret)
            return {
                status: 401,
                body: { error: "invalid_client", error_description: "Client authentication failed" },
            };
        if (form.get("scope") !== "DCAPI_BARCODE_READ") return { status: 400, body: { error: "invalid_scope" } };
        tokens += 1;
        const expires_in = double.token_seconds;
        return { status: 200, body: { access_token: `token-${tokens}`, token_type: "Bearer", expires_in } };
    }
    function label(request, body) {
        if (request.headers.authorization !== `Bearer token-${tokens}`)
            return { status: 401, body: { error: "unauthorized" } };
        faults.push(
            ...misfits(body, whole),
            ...misfits(body.customer, customer, "customer."),
            ...misfits(body.labelDefinition, definition, "labelDefinition."),
            ...misfits(body.item, item, "item."),
            ...misfits(body.item?.recipient, recipient, "item.recipient."),
            ...misfits(body.item?.attributes, attributes, "item.attributes."),
        );
        asked.push(body);
        const { labelDefinition, item: parcel } = body;
        const refuse = (code, message) => ({
            status: 200,
            body: { labelDefinition, item: { itemID: parcel.itemID, label: [], errors: [{ code, message }] } },
        });
        if (body.frankingLicense !== licence) return refuse("E2004", "Frankierlizenz unbekannt");
        if (parcel.recipient.zip === "9999") return refuse("E1011", "Postleitzahl unbekannt");
        made += 1;
        const number = `99${licence}${String(made).padStart(8, "0")}`;
        const bytes = double.draws === "pdf" ? pdf(number) : Buffer.from("<script>alert(1)</script>");
        return {
            status: 200,
            body: {
                labelDefinition: { ...labelDefinition, colorPrintRequired: false },
                item: { itemID: parcel.itemID, identCode: number, label: [bytes.toString("base64")] },
            },
        };
    }

    const server = createServer(async (request, response) => {
        let text = "";
        for await (const part of request) text += part;
        const reply = ({ status, body }) => {
            response.writeHead(status, { "content-type": "application/json" });
            response.end(JSON.stringify(body));
        };
        if (request.method !== "POST") return reply({ status: 405, body: {} });
        if (request.url === "/OAuth/token") return reply(token(request, new URLSearchParams(text)));
        if (request.url !== "/barcode/v1/generateAddressLabel") return reply({ status: 404, body: {} });
        const answer = label(request, JSON.parse(text));
        await new Promise((done) => setTimeout(done, double.delay_ms));
        if (double.cuts) return request.socket.destroy();
        return reply(answer);
    });
    server.on("connection", (socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address();
    const stop = () => {
        for (const socket of sockets) socket.destroy();
        return new Promise((resolve) => server.close(resolve));
    };
    const double = {
        url: `http://127.0.0.1:${port}`,
        faults,
        asked,
        tokens: () => tokens,
        token_seconds: 3600,
        delay_ms: 0,
        /** What its labels are: PDFs, or something else that calls itself one. */
        draws: "pdf",
        /** Makes the label, and its answer gets lost. */
        cuts: false,
        stop,
        /** Nobody listens any more at its address, and then again. */
        go_down: stop,
        come_up: () => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve)),
    };
    return double;
}
