// Labels bought at Swiss Post from the desk: set up and checked, bought once, shown, told to the buyer, refused in
// clear words, and never bought behind anybody's back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browser, page, program, shop, use_desk } from "./desk.mjs";
import { act, api, closed, dialog, now, open_order, pictures, region, verb } from "./order_page.mjs";
import { axe_findings, call, has_count, open_page, place_order, run, skip } from "./support.mjs";
import { client_id, client_secret, licence, pdf, start_swiss_post } from "./swiss_post_double.mjs";

const swiss = { line1: "Bahnhofstrasse 12a", postal_code: "8001", city: "Zürich", country: "CH" };
let post;
const section = () => page.goto(`${program.url}/shops/${shop.id}/settings/labels`);
const labels = () => region("Parcels");
const print = () => labels().getByRole("button", { name: "Print label" });

/** An order with a parcel that waits for its label. */
async function with_parcel(billing_address = swiss, more = {}) {
    const order = await place_order(page, shop, { language: "en", billing_address, ...more });
    await act(order, "mark-paid");
    await act(order, "ship", { label_only: true, notify: false });
    return { order, parcel: (await now(order)).shipments[0] };
}
/** The API as a program with a role uses it. */
async function as(role) {
    const said = await run("token", "create", "--shop", shop.id, "--role", role, "--data", program.data);
    const token = said.trim().split("\n").at(-1);
    return (method, path, body) =>
        fetch(`${program.url}/api/v1/shops/${shop.id}${path}`, {
            method,
            headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Accept-Language": "en" },
            body: body && JSON.stringify(body),
        });
}
const offered = async (order) => (await now(order)).shipments[0].actions.find(({ id }) => id === "buy-label");
/** The answer of a press that opens a label in a tab of its own. */
async function opened(press) {
    const answer = page
        .context()
        .waitForEvent(
            "response",
            (each) => /\/shipments\/\w+\/label$/.test(each.url()) && each.request().method() === "GET",
        );
    const tab = page.waitForEvent("popup");
    await press();
    const response = await answer;
    await (await tab).close();
    return response;
}

describe("labels of a carrier", { skip }, () => {
    let owner;
    before(async () => {
        post = await start_swiss_post();
        process.env.COMMIS_SWISS_POST_URL = post.url;
        process.env.COMMIS_SWISS_POST_TOKEN_URL = post.url;
    });
    after(async () => {
        delete process.env.COMMIS_SWISS_POST_URL;
        delete process.env.COMMIS_SWISS_POST_TOKEN_URL;
        await post?.stop();
    });
    use_desk(/422|409/);
    before(async () => {
        owner = await as("owner");
        const legal = {
            name: "Uhrmacherei Lüthi",
            address: { line1: "Marktgasse 7", postal_code: "3011", city: "Bern", country: "CH" },
        };
        await call(page, "PATCH", `/api/v1/shops/${shop.id}`, { legal });
    });

    test("without a carrier nothing is offered, and asking says what is missing", async () => {
        const { order, parcel } = await with_parcel();
        await open_order(order);
        await labels().getByRole("button", { name: "Record hand-over" }).waitFor();
        await has_count(print(), 0);
        assert.equal((await offered(order)).reason, "no_label_service");
        const refused = await owner("POST", `/shipments/${parcel.id}/label`);
        assert.equal(refused.status, 409);
        assert.equal((await refused.json()).code, "no_label_service");
        assert.equal((await owner("GET", `/shipments/${parcel.id}/label`)).status, 404);
    });

    test("a carrier is set up in the settings; a wrong secret is refused where it was typed", async () => {
        await section();
        await page.getByText("No carrier is set up").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("labels-empty");
        await page.getByRole("button", { name: "Set up Swiss Post" }).click();
        await dialog().getByLabel("Franking licence").fill("123");
        await verb("Check and save").click();
        await dialog().locator(".wrong").first().waitFor();
        await has_count(dialog().locator(".wrong"), 3, "licence, client and secret");
        assert.equal(post.tokens(), 0);
        await dialog().getByLabel("Franking licence").fill(licence);
        await dialog().getByLabel("Client ID").fill(client_id);
        await dialog().getByLabel("Client secret").fill("a wrong one");
        await verb("Check and save").click();
        await dialog().getByText("The carrier does not accept this access.").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await dialog().getByLabel("Client secret").fill(client_secret);
        await dialog().getByLabel("Product").selectOption({ label: "PostPac Priority" });
        await pictures("labels-dialog");
        await verb("Check and save").click();
        await closed();
        await page.getByRole("heading", { name: "Swiss Post" }).waitFor();
        await page.getByText("PostPac Priority").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("labels");
        const told = JSON.stringify(await api("GET", "/label-services"));
        assert.ok(told.includes(licence) && !told.includes(client_secret));
        assert.ok(!JSON.stringify(await call(page, "GET", `/api/v1/shops/${shop.id}`)).includes(client_secret));
        assert.ok(!program.log().includes(client_secret) && !program.log().includes("token-1"));
    });

    test("another label under one key is bought once, also when the request is sent twice", async () => {
        const { parcel } = await with_parcel();
        const said = await run("token", "create", "--shop", shop.id, "--role", "packer", "--data", program.data);
        const headers = {
            Authorization: `Bearer ${said.trim().split("\n").at(-1)}`,
            "Content-Type": "application/json",
        };
        const buy = (key, body) =>
            fetch(`${program.url}/api/v1/shops/${shop.id}/shipments/${parcel.id}/label`, {
                method: "POST",
                headers: { ...headers, "Idempotency-Key": key },
                body: JSON.stringify(body),
            });
        const before_it = post.asked.length;
        assert.equal((await buy("first", {})).status, 201);
        const again = await buy("again-1", { again: true });
        assert.equal(again.status, 201);
        const repeat = await buy("again-1", { again: true });
        assert.deepEqual([repeat.status, repeat.headers.get("idempotency-replayed")], [201, "true"]);
        assert.deepEqual(await repeat.json(), await again.json());
        const other = await buy("again-1", { again: true, weight_grams: 500 });
        assert.deepEqual([other.status, (await other.json()).code], [422, "idempotency_key_reused"]);
        assert.equal((await buy("x".repeat(256), {})).status, 400);
        assert.equal(post.asked.length - before_it, 2);
        assert.equal((await buy("again-2", { again: true })).status, 201);
        assert.equal(post.asked.length - before_it, 3);
        post.asked.length = before_it;
    });

    test("one press buys the label, opens it, and the parcel is followed by its number", async () => {
        const { order } = await with_parcel();
        await open_order(order);
        const response = await opened(() => print().click());
        assert.equal(response.status(), 200);
        assert.match(response.headers()["content-type"], /^application\/pdf/);
        assert.equal(response.headers()["x-content-type-options"], "nosniff");
        await labels().getByRole("link", { name: "Show label" }).waitFor();
        await labels().getByText("Swiss Post").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("label-bought");
        const { shipments, customer_url } = await now(order);
        const [{ tracking, label_printed_at, label_bought_at, handed_over_at, id }] = shipments;
        assert.match(tracking.number, /^9960030800\d{8}$/);
        assert.equal(tracking.url, `https://service.post.ch/ekp-web/ui/entry/search/${tracking.number}`);
        assert.ok(label_printed_at && label_bought_at && !handed_over_at);
        const file = await owner("GET", `/shipments/${id}/label`);
        assert.deepEqual(Buffer.from(await file.arrayBuffer()), pdf(tracking.number));
        assert.match(file.headers.get("content-disposition"), /^inline; filename="[\w-]+-label\.pdf"$/);

        assert.equal(post.asked.length, 1);
        assert.deepEqual(post.faults, []);
        const { customer, item } = post.asked[0];
        assert.deepEqual(
            [customer.name1, customer.street, customer.domicilePostOffice],
            ["Uhrmacherei Lüthi", "Marktgasse 7", "3011 Bern"],
        );
        assert.deepEqual(item.attributes, { przl: ["PRI"], freeText: order.number });
        assert.equal(item.recipient.name1, "Zoé Prøvekøber");
        assert.deepEqual([item.recipient.street, item.recipient.houseNo], ["Bahnhofstrasse", "12a"]);

        const timeline = await api("GET", `/orders/${order.id}/timeline`);
        assert.match(timeline.items[0].text, /label bought, tracking/);
        // The buyer's page tells of a parcel once it has left.
        assert.equal((await owner("POST", `/shipments/${id}/handed-over`)).status, 200);
        const buyer = await open_page(browser);
        await buyer.page.goto(customer_url.replace(/^https?:\/\/[^/]+/, program.url));
        await has_count(buyer.page.locator(`a[href="${tracking.url}"]`), 1);
        await buyer.page.context().close();
    });

    test("the mail that tells of the parcel has the number and the link", async () => {
        const { order, parcel } = await with_parcel();
        await owner("POST", `/shipments/${parcel.id}/label`);
        const { number, url } = (await now(order)).shipments[0].tracking;
        const preview = await api("POST", "/templates/preview", {
            event: "order_sent",
            language: "en",
            subject: "Sent",
            body: "{{tracking_carrier}} {{tracking_number}} [Follow it]({{tracking_url}})",
            order: order.id,
        });
        assert.ok(preview.text.includes(`Swiss Post ${number}`), preview.text);
        assert.ok(preview.html.includes(url), preview.html);
    });

    test("two clicks at once, and any number of repeats, buy one label", async () => {
        const { order, parcel } = await with_parcel();
        const before_asking = post.asked.length;
        post.delay_ms = 600;
        const answers = await Promise.all([1, 2, 3].map(() => owner("POST", `/shipments/${parcel.id}/label`)));
        post.delay_ms = 0;
        assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 201]);
        const repeat = await owner("POST", `/shipments/${parcel.id}/label`, {});
        assert.equal(repeat.status, 200);
        assert.equal((await repeat.json()).bought, false);
        assert.equal(post.asked.length, before_asking + 1);

        const first = (await now(order)).shipments[0].tracking.number;
        await open_order(order);
        await labels().getByRole("button", { name: "Another label" }).click();
        await dialog().getByText("may charge for it once more").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await opened(() => verb("Buy another label").click());
        const second = (await now(order)).shipments[0].tracking.number;
        assert.notEqual(second, first);
        assert.equal(post.asked.length, before_asking + 2);
        const weighed = await owner("POST", `/shipments/${parcel.id}/label`, { again: true, weight_grams: 850 });
        assert.equal(weighed.status, 201);
        assert.equal(post.asked.at(-1).item.attributes.weight, 850);
        assert.deepEqual(post.faults, []);
    });

    test("names of any alphabet and long addresses fit, and what had no room is said", async () => {
        const address = {
            name: "Ольга Łukasiewicz-Wiśniewska-Dąbrowska",
            company: "Gesellschaft für angewandte Uhrmacherkunst und Feinmechanik Winterthur",
            line1: "Chemin de la Fontaine des Trois Ormeaux 125",
            line2: "Bâtiment B, troisième étage, au fond du couloir à gauche",
            postal_code: "1003",
            city: "Lausanne",
            country: "CH",
        };
        const { parcel } = await with_parcel(address);
        const answer = await owner("POST", `/shipments/${parcel.id}/label`);
        assert.equal(answer.status, 201, await answer.clone().text());
        assert.match((await answer.json()).warnings.join(), /had room on the label/);
        assert.deepEqual(post.faults, []);
        assert.match(post.asked.at(-1).item.recipient.name3, /^Ol'ga Lukasiewicz/);
    });

    test("what is wrong is said in clear words, and nothing changes", async () => {
        const { order, parcel } = await with_parcel({ ...swiss, postal_code: "9999" });
        const before_asking = await now(order);
        await open_order(order);
        await print().click();
        await labels().getByText("The carrier refused to make the label.").waitFor();
        await labels().getByText("The carrier says: Postleitzahl unbekannt (E1011)").waitFor();
        assert.deepEqual(await axe_findings(page), []);
        await pictures("label-refused");
        const after_asking = await now(order);
        assert.equal(after_asking.version, before_asking.version);
        assert.deepEqual(after_asking.shipments, before_asking.shipments);

        const lacking = await with_parcel({ line1: "Dorf 1", city: "Bern", country: "CH" });
        await open_order(lacking.order);
        await print().click();
        await labels().getByText("An address is not complete enough for a label.").waitFor();
        await labels().getByText("Recipient: postal code").waitFor();
        const incomplete = await (await owner("POST", `/shipments/${lacking.parcel.id}/label`)).json();
        assert.deepEqual(
            incomplete.errors.map(({ field, code }) => [field, code]),
            [["/billing_address/postal_code", "required"]],
        );

        const abroad = await with_parcel({
            line1: "1 rue des Lilas",
            postal_code: "75011",
            city: "Paris",
            country: "FR",
        });
        await open_order(abroad.order);
        await labels().getByRole("button", { name: "Record hand-over" }).waitFor();
        await has_count(print(), 0, "not offered");
        assert.equal(
            (await (await owner("POST", `/shipments/${abroad.parcel.id}/label`)).json()).code,
            "country_not_served",
        );

        await owner("POST", `/shipments/${parcel.id}/handed-over`);
        assert.equal((await (await owner("POST", `/shipments/${parcel.id}/label`)).json()).code, "parcel_left");
    });

    test("a carrier that is down is told as such; an answer that got lost is bought again only by a word", async () => {
        const { order, parcel } = await with_parcel();
        const before_asking = (await now(order)).version;
        await post.go_down();
        await open_order(order);
        await print().click();
        await labels().getByText("The carrier does not answer. Nothing was bought").waitFor();
        await post.come_up();
        assert.equal((await now(order)).version, before_asking);

        post.cuts = true;
        await print().click();
        await labels().getByText("nobody knows whether a label was bought").waitFor();
        post.cuts = false;
        await pictures("label-unknown");
        const asked = post.asked.length;
        assert.equal(
            (await (await owner("POST", `/shipments/${parcel.id}/label`)).json()).code,
            "label_outcome_unknown",
        );
        assert.equal(post.asked.length, asked, "not asked again by itself");
        assert.equal((await now(order)).version, before_asking);
        await labels().getByRole("button", { name: "Another label" }).click();
        await opened(() => verb("Buy another label").click());
        await labels().getByRole("link", { name: "Show label" }).waitFor();
        assert.equal(post.asked.length, asked + 1);
    });

    test("a role that does not work on orders neither buys nor sees a label", async () => {
        const { parcel } = await with_parcel();
        for (const role of ["viewer", "accountant", "storefront"]) {
            const other = await as(role);
            for (const method of ["POST", "GET"]) {
                const refused = await other(method, `/shipments/${parcel.id}/label`);
                assert.equal(refused.status, 403, `${method} as ${role}`);
            }
        }
        const packer = await as("packer");
        assert.equal((await packer("PUT", "/label-services/swiss-post", {})).status, 403);
        assert.equal((await packer("GET", "/label-services")).status, 403);
        assert.equal((await packer("POST", `/shipments/${parcel.id}/label`)).status, 201);
    });

    test("what calls itself a label and is no PDF is a file to save", async () => {
        const { parcel } = await with_parcel();
        post.draws = "anything";
        assert.equal((await owner("POST", `/shipments/${parcel.id}/label`)).status, 201);
        post.draws = "pdf";
        const file = await owner("GET", `/shipments/${parcel.id}/label`);
        assert.equal(file.headers.get("content-type"), "application/octet-stream");
        assert.match(file.headers.get("content-disposition"), /^attachment/);
        assert.equal(file.headers.get("x-content-type-options"), "nosniff");
    });

    test("what was agreed is forgotten by a press; labels stay", async () => {
        await section();
        await page.getByRole("button", { name: "Remove Swiss Post" }).click();
        await dialog().getByText("Its secret is forgotten").waitFor();
        await dialog().getByRole("button", { name: "Remove Swiss Post" }).click();
        await closed();
        await page.getByText("No carrier is set up").waitFor();
        assert.deepEqual((await api("GET", "/label-services")).items, []);
        const [told] = (await api("GET", "/audit?kind=settings&limit=1")).items;
        const gone = told.detail.changes.find(({ at }) => at === "/label_services/swiss-post");
        assert.equal(gone.before.licence, licence);
        assert.ok(gone.after === null && !JSON.stringify(told).includes(client_secret));
        assert.deepEqual(post.faults, []);
    });
});
