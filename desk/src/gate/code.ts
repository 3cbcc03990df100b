// What a gate scans, without asking anybody: the code a ticket has, and whether the shop wrote it. The rules are those
// of the server (src/features/tickets/code.hpp).
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const meant: Record<string, string> = { O: "0", I: "1", L: "1" };
const ed25519 = { name: "Ed25519" };

export interface ReadCode {
    code: string;
    signature?: string;
}

/** Nothing for what can be no code. */
export function read_code(text: string): ReadCode | undefined {
    const [typed = "", signature] = text.trim().split(".", 2);
    const code = [...typed.toUpperCase()]
        .filter((sign) => sign !== " " && sign !== "-")
        .map((sign) => meant[sign] ?? sign)
        .join("");
    if (code.length !== 12 || [...code].some((sign) => !alphabet.includes(sign))) return undefined;
    return signature === undefined ? { code } : { code, signature };
}

export function from_base64url(text: string): Uint8Array<ArrayBuffer> {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(bytes, (sign) => sign.charCodeAt(0));
}

export function to_base64url(bytes: Uint8Array): string {
    return btoa(String.fromCharCode(...bytes))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
}

/** Under which name a code stands in the list. */
export async function fingerprint(code: string): Promise<string> {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
    return to_base64url(new Uint8Array(digest, 0, 12));
}

/** False as well where the browser does not know the signature. */
export async function is_signed(text: string, signature: string, public_key: string): Promise<boolean> {
    try {
        const key = await crypto.subtle.importKey("raw", from_base64url(public_key), ed25519, false, ["verify"]);
        return await crypto.subtle.verify(ed25519, key, from_base64url(signature), new TextEncoder().encode(text));
    } catch {
        return false;
    }
}
