import { afterEach, describe, expect, test, vi } from "vitest";
import { watch } from "./camera";
import { fingerprint, read_code, to_base64url } from "./code";
import { GateList } from "./list";

const encode = (text: string) => new TextEncoder().encode(text);

/** A shop's key, and lists and tickets signed with it. */
async function signer() {
    const pair = (await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"])) as CryptoKeyPair;
    const public_key = to_base64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
    const sign = async (text: string) =>
        to_base64url(new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, pair.privateKey, encode(text))));
    const list = async (tickets: [string, string, string, number][]) => {
        const rows = await Promise.all(
            tickets.map(async ([code, status, name, at]) => [await fingerprint(code), status, name, 0, at]),
        );
        const head = { shop: "s", issued_at: "2026-11-23T10:00:00Z", valid_until: "2026-11-23T22:00:00Z", public_key };
        const json = JSON.stringify({ ...head, lines: ["Gala"], tickets: rows });
        return { json, signature: await sign(json), ahead: 0 };
    };
    return { sign, list };
}

test("a code is read however it is typed", () => {
    expect(read_code(" 7q2m-9xkd 3fta ")).toEqual({ code: "7Q2M9XKD3FTA" });
    expect(read_code("oOiIlL-000000")).toEqual({ code: "001111000000" });
    expect(read_code("7Q2M9XKD3FTA.abc")).toEqual({ code: "7Q2M9XKD3FTA", signature: "abc" });
    for (const text of ["", "7Q2M9XKD3FT", "7Q2M9XKD3FTAA", "7Q2M9XKD3FTU"]) expect(read_code(text)).toBeUndefined();
});

describe("the list", () => {
    test("is taken only as the shop signed it, and only of this shop", async () => {
        const { list } = await signer();
        const signed = await list([["7Q2M9XKD3FTA", "o", "Ann", 0]]);
        expect(await GateList.read(signed, "s")).toBeDefined();
        expect(await GateList.read(signed, "other")).toBeUndefined();
        expect(await GateList.read({ ...signed, json: signed.json.replace("Ann", "Eve") }, "s")).toBeUndefined();
        expect(await GateList.read({ ...signed, signature: "" }, "s")).toBeUndefined();
    });

    test("answers as the gate would, and remembers who is in", async () => {
        const { sign, list } = await signer();
        const signed = await list([
            ["7Q2M9XKD3FTA", "o", "Ann", 0],
            ["AAAAAAAAAAAA", "c", "Ben", 0],
            ["BBBBBBBBBBBB", "o", "Cleo", 5],
        ]);
        const gate = (await GateList.read(signed, "s"))!;
        expect([gate.admitted, gate.total]).toEqual([1, 2]);
        expect(await gate.find("7q2m 9xkd 3fta")).toEqual({ result: "admitted", attendee: "Ann", line: "Gala" });
        await gate.note("7Q2M9XKD3FTA", 7);
        expect(await gate.find("7Q2M9XKD3FTA")).toMatchObject({ result: "already_admitted", admitted_at: 7 });
        expect(gate.admitted).toBe(2);
        await gate.note("7Q2M9XKD3FTA", 0);
        expect(gate.admitted).toBe(1);
        expect((await gate.find("AAAAAAAAAAAA")).result).toBe("cancelled");
        expect((await gate.find("BBBBBBBBBBBB")).admitted_at).toBe(5);
        expect((await gate.find("CCCCCCCCCCCC")).result).toBe("unknown");
        // Newer than the list, but the shop's own.
        const signature = await sign("s:CCCCCCCCCCCC");
        expect((await gate.find(`CCCCCCCCCCCC.${signature}`)).result).toBe("unlisted");
        expect((await gate.find(`7Q2M9XKD3FTA.${signature}`)).result).toBe("unknown");
    });
});

describe("the camera", () => {
    afterEach(() => void vi.unstubAllGlobals());
    test.each(["before it starts", "while it runs"])("is off once it ended %s", async (when) => {
        const track = { stop: vi.fn() };
        const video = { srcObject: null as unknown, play: async () => undefined };
        vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: async () => ({ getTracks: () => [track] }) } });
        vi.stubGlobal("BarcodeDetector", class {});
        const ended = new AbortController();
        const watching = watch(video as unknown as HTMLVideoElement, () => undefined, ended.signal);
        if (when === "before it starts") ended.abort();
        await watching;
        expect(track.stop).toHaveBeenCalledTimes(when === "before it starts" ? 1 : 0);
        ended.abort();
        expect(track.stop).toHaveBeenCalledTimes(1);
        expect(video.srcObject).toBeNull();
    });
});
