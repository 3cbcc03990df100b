// The only place that talks to the server: typed by the contract, problems as one exception class, the session's CSRF
// value on every change, and a hook for the moment the session has ended.
import type { components, paths } from "../api.d.ts";

type Schemas = components["schemas"];
export type Session = Schemas["Session"];
export type Shop = Schemas["Shop"];
export type Profile = Schemas["Profile"];
export type ShopPatch = Schemas["ShopPatch"];
export type StateSettings = Schemas["StateSettings"];
export type StateSettingsList = Schemas["StateSettingsList"];
export type StatesReplace = Schemas["StatesReplace"];
export type MethodSettings = Schemas["MethodSettings"];
export type MethodSettingsRow = Schemas["MethodSettingsRow"];
export type MethodSettingsList = Schemas["MethodSettingsList"];
export type MethodPatch = Schemas["MethodPatch"];
export type NumberRange = Schemas["NumberRange"];
export type StateChoice = Schemas["StateChoice"];
export type Order = Schemas["Order"];
export type OrderRow = Schemas["OrderRow"];
export type OrderList = Schemas["OrderList"];
export type OrderState = Schemas["OrderState"];
export type Action = Schemas["Action"];
export type ActionPreview = Schemas["ActionPreview"];
export type Timeline = Schemas["Timeline"];
export type TimelineEntry = Schemas["TimelineEntry"];
export type MailEvent = Schemas["MailEvent"];
export type Mail = Schemas["Mail"];
export type BankEntry = Schemas["BankEntry"];
export type BankEntryList = Schemas["BankEntryList"];
export type BankFileTaken = Schemas["BankFileTaken"];
export type Journal = Schemas["Journal"];
export type JournalEntry = Schemas["JournalEntry"];
export type AccountingTotals = Schemas["AccountingTotals"];
export type AccountingSums = Schemas["AccountingSums"];
export type AccountingSettings = Schemas["AccountingSettings"];
export type AccountingSettingsPatch = Schemas["AccountingSettingsPatch"];
export type Payout = Schemas["Payout"];
export type PayoutList = Schemas["PayoutList"];
export type PayoutLine = Schemas["PayoutLine"];
export type PayoutWhole = Schemas["PayoutWhole"];
export type PayoutsTaken = Schemas["PayoutsTaken"];
export type MissingPayout = Schemas["MissingPayout"];
export type MissingPayoutList = Schemas["MissingPayoutList"];
export type TableLayout = Schemas["TableLayout"];
export type TableMapping = Schemas["TableMapping"];
export type SavedTableMapping = Schemas["SavedTableMapping"];
export type TableEntry = Schemas["TableEntry"];
export type TableFault = Schemas["TableFault"];
export type PaperList = Schemas["IssuedDocumentList"];
export type IssuedPaper = Schemas["IssuedDocument"];
export type IssuedPaperWhole = Schemas["IssuedDocumentWhole"];
export type SeriesProof = Schemas["SeriesProof"];
export type PrintBatch = Schemas["PrintBatch"];
export type MailStatus = Schemas["MailStatus"];
export type MailHealth = Schemas["MailHealth"];
export type Job = Schemas["Job"];
export type JobBatches = Schemas["JobBatches"];
export type Label = Schemas["Label"];
export type BoughtLabel = Schemas["BoughtLabel"];
export type LabelAccount = Schemas["LabelAccount"];
export type LabelServiceList = Schemas["LabelServiceList"];
export type Buyer = Schemas["Buyer"];
export type Address = Schemas["Address"];
export type Draft = Schemas["OrderDraft"];
export type UnpaidList = Schemas["UnpaidList"];
export type UnpaidOrder = Schemas["UnpaidOrder"];
export type OpenBalance = Schemas["OpenBalance"];
export type AuthorizationList = Schemas["AuthorizationList"];
export type HeldOrder = Schemas["HeldOrder"];
export type ChargebackList = Schemas["ChargebackList"];
export type ListedChargeback = Schemas["ListedChargeback"];
export type ListedRefund = Schemas["ListedRefund"];
export type RefundsToMake = Schemas["RefundsToMake"];
export type PaymentDetails = Schemas["PaymentDetails"];
export type ExplainedAmount = Schemas["ExplainedAmount"];
export type RemovedOrder = Schemas["RemovedOrder"];
export type BulkPreview = Schemas["BulkPreview"];
export type ArticleFile = Schemas["ArticleFile"];
export type BlockedAddress = Schemas["BlockedAddress"];
export type Downloads = Schemas["Downloads"];
export type OrderPatch = Schemas["OrderPatch"];
export type PaymentStatus = Schemas["PaymentStatus"];
export type Request = Schemas["Request"];
export type RequestKind = Schemas["RequestKind"];
export type ReturnReason = Schemas["ReturnReason"];
export type Customer = Schemas["Customer"];
export type CustomerErasure = Schemas["CustomerErasure"];
export type CustomerRow = Schemas["CustomerRow"];
export type CustomerPatch = Schemas["CustomerPatch"];
export type Statistics = Schemas["Statistics"];
export type SalesFigures = Schemas["SalesFigures"];
export type Article = Schemas["Article"];
export type PickList = Schemas["PickList"];
export type SupplierList = Schemas["SupplierList"];
export type LineAvailability = Schemas["LineAvailability"];
export type Queues = Schemas["Queues"];
export type View = Schemas["View"];
export type Role = Schemas["Role"];
export type RoleList = Schemas["RoleList"];
export type Member = Schemas["Member"];
export type Invitation = Schemas["Invitation"];
export type Invited = Schemas["Invited"];
export type Team = Schemas["Team"];
export type JoinOffer = Schemas["JoinOffer"];
export type Token = Schemas["Token"];
export type SignInStep = Schemas["SignInStep"];
export type SecondFactorKey = Schemas["SecondFactorKey"];
export type OpenSession = Schemas["OpenSession"];
export type AuditEntry = Schemas["AuditEntry"];
export type AuditList = Schemas["AuditList"];
export type AuditProof = Schemas["AuditProof"];
export type Webhook = Schemas["Webhook"];
export type PaymentAccount = Schemas["PaymentAccount"];
export type PaymentServiceList = Schemas["PaymentServiceList"];
export type WebhookList = Schemas["WebhookList"];
export type WebhookTest = Schemas["WebhookTest"];
export type Delivery = Schemas["Delivery"];
export type DeliveryWhole = Schemas["DeliveryWhole"];
export type Template = Schemas["Template"];
export type TemplateList = Schemas["TemplateList"];
export type TemplateName = Schemas["TemplateName"];
export type TemplatePreview = Schemas["TemplatePreview"];
type ProblemBody = Partial<Schemas["Problem"]>;

export type Path = keyof paths;
type Answer<P extends Path, M extends string> = paths[P] extends Record<M, { responses: infer R }> ? Json<R> : never;
type Json<R> = R extends { 200: { content: { "application/json": infer B } } }
    ? B
    : R extends { 201: { content: { "application/json": infer B } } }
      ? B
      : R extends { 202: { content: { "application/json": infer B } } }
        ? B
        : undefined;

export interface Call {
    path?: Record<string, string>;
    query?: URLSearchParams;
    body?: unknown;
    raw?: Blob;
    version?: number;
    /** The same for every try of one wish: it is done once. */
    key?: string;
    signal?: AbortSignal;
    /** A sign-in answers 401 itself; it must not open the sign-in dialog again. */
    quiet?: boolean;
}

export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly body: ProblemBody,
    ) {
        super(body.detail || body.title || `HTTP ${status}`);
    }
    get code(): string {
        return this.body.code ?? "unknown";
    }
    field(pointer: string): string | undefined {
        return this.body.errors?.find((error) => error.field === pointer)?.detail;
    }
}

/** As many as one answer gives. */
export const all_shops = new URLSearchParams({ limit: "200" });

/** Of whom a second factor is demanded, and who has none yet. */
export const held_back = "second_factor_required";

export const connection = {
    csrf: "",
    language: "en",
    sign_in_again: async (): Promise<boolean> => false,
    on_held_back: () => {},
};

export function address_of(path: Path, call: Call): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.path?.[name] ?? ""));
    const query = call.query?.toString() ?? "";
    return query === "" ? filled : `${filled}?${query}`;
}

async function problem_of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as ProblemBody;
    return new Problem(response.status, body);
}

const ahead = new Map<string, Promise<Response>>();

/** Asks before anybody needs the answer: it is for the first who asks the same. */
export function ask_ahead(path: Path, call: Call = {}) {
    const answer = ask("GET", path, call);
    // Whoever takes the answer hears of a fault, too.
    answer.catch(() => undefined);
    ahead.set(address_of(path, call), answer);
}

function send(method: string, path: Path, call: Call): Promise<Response> {
    const address = address_of(path, call);
    const answer = method === "GET" ? ahead.get(address) : undefined;
    ahead.delete(address);
    return answer ?? ask(method, path, call);
}

function common_headers(method: string): Record<string, string> {
    const language = { "Accept-Language": connection.language };
    return method === "GET" ? language : { ...language, "X-Commis-CSRF": connection.csrf };
}

async function ask(method: string, path: Path, call: Call): Promise<Response> {
    const headers = common_headers(method);
    if (call.version !== undefined) headers["If-Match"] = `"${call.version}"`;
    if (call.key !== undefined) headers["Idempotency-Key"] = call.key;
    if (call.body !== undefined) headers["Content-Type"] = "application/json";
    const body = call.raw ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
    try {
        return await fetch(address_of(path, call), { method, headers, body, signal: call.signal });
    } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") throw error;
        throw new Problem(0, { code: "offline" });
    }
}

async function run<P extends Path, M extends string>(method: M, path: P, call: Call): Promise<Answer<P, Lowercase<M>>> {
    let response = await send(method, path, call);
    if (response.status === 401 && !call.quiet && (await connection.sign_in_again()))
        response = await send(method, path, call);
    if (!response.ok) {
        const problem = await problem_of(response);
        if (problem.code === held_back) connection.on_held_back();
        throw problem;
    }
    if (response.status === 204) return undefined as Answer<P, Lowercase<M>>;
    return (await response.json()) as Answer<P, Lowercase<M>>;
}

/** The answer as it came: its bytes may be signed. */
async function whole_response(path: Path, call: Call = {}): Promise<Response> {
    const response = await send("GET", path, call);
    if (!response.ok) throw await problem_of(response);
    return response;
}

export const api = {
    response: whole_response,
    get: <P extends Path>(path: P, call: Call = {}) => run("GET", path, call),
    post: <P extends Path>(path: P, call: Call = {}) => run("POST", path, call),
    put: <P extends Path>(path: P, call: Call = {}) => run("PUT", path, call),
    patch: <P extends Path>(path: P, call: Call = {}) => run("PATCH", path, call),
    delete: <P extends Path>(path: P, call: Call = {}) => run("DELETE", path, call),
};

/** A file on its way: how it ends, and how it is stopped. */
export interface Upload<T> {
    done: Promise<T>;
    stop: () => void;
}
/** Sends a file as it stands and says how far it is, from 0 to 1; fetch can't. One that is stopped ends quietly. */
export function upload<T>(
    path: Path,
    call: Call & { raw: Blob },
    ontold: (part: number) => void,
): Upload<T | undefined> {
    const request = new XMLHttpRequest();
    const done = new Promise<T | undefined>((taken, failed) => {
        request.open("POST", address_of(path, call));
        for (const [name, value] of Object.entries(common_headers("POST"))) request.setRequestHeader(name, value);
        request.setRequestHeader("Content-Type", "application/octet-stream");
        request.upload.onprogress = (event) => ontold(event.total > 0 ? event.loaded / event.total : 0);
        request.onload = async () => {
            const answer = new Response(request.responseText, { status: request.status });
            if (answer.ok) answer.json().then(taken, failed);
            else failed(await problem_of(answer));
        };
        request.onerror = () => failed(new Problem(0, { code: "offline" }));
        request.onabort = () => taken(undefined);
        request.send(call.raw);
    });
    return { done, stop: () => request.abort() };
}
