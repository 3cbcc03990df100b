import { afterEach, describe, expect, test, vi } from "vitest";
import { api, ask_ahead, Problem, upload } from "./api";

const answered = (body: object) => new Response(JSON.stringify(body));
const asked = vi.fn<(address: string) => Promise<Response>>();
vi.stubGlobal("fetch", asked);
afterEach(() => asked.mockReset());

describe("an answer that was asked for ahead", () => {
    test("is for the first who asks the same, and for nobody else", async () => {
        asked.mockImplementation(async () => answered({ items: [asked.mock.calls.length] }));
        ask_ahead("/api/v1/shops", { query: new URLSearchParams({ limit: "200" }) });
        const other = await api.get("/api/v1/shops", { query: new URLSearchParams({ limit: "1" }) });
        const first = await api.get("/api/v1/shops", { query: new URLSearchParams({ limit: "200" }) });
        const second = await api.get("/api/v1/shops", { query: new URLSearchParams({ limit: "200" }) });
        expect([first.items, other.items, second.items]).toEqual([[1], [2], [3]]);
        expect(asked).toHaveBeenCalledTimes(3);
    });
    test("may be a fault, which is told to who takes it", async () => {
        asked.mockRejectedValueOnce(new TypeError("no connection"));
        ask_ahead("/api/v1/session");
        await expect(api.get("/api/v1/session")).rejects.toBeInstanceOf(Problem);
        asked.mockResolvedValueOnce(answered({ csrf: "x" }));
        expect(await api.get("/api/v1/session")).toEqual({ csrf: "x" });
    });
});

describe("a file that is sent", () => {
    /** A server that answers every upload so. */
    function answers(status: number, text: string) {
        class Request {
            upload = {};
            status = status;
            responseText = text;
            onload?: () => void;
            open = () => undefined;
            setRequestHeader = () => undefined;
            send = () => queueMicrotask(() => this.onload?.());
        }
        vi.stubGlobal("XMLHttpRequest", Request);
    }
    const sent = () => upload("/api/v1/shops/{shop}/articles/{id}/files", { raw: new Blob() }, () => undefined).done;
    test("ends with the server's answer", async () => {
        answers(201, '{"id":"f"}');
        expect(await sent()).toEqual({ id: "f" });
    });
    test("ends, too, where something before the program refuses it in words of its own", async () => {
        answers(413, "<h1>Too large</h1>");
        await expect(sent()).rejects.toMatchObject({ status: 413 });
    });
});
