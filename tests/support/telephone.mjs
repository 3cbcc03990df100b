import { createHmac } from "node:crypto";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 6238, written down a second time: what a telephone would show for a key. */
export function code_of(key, at_ms = Date.now()) {
    const bits = [...key].map((sign) => digits.indexOf(sign).toString(2).padStart(5, "0")).join("");
    const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(at_ms / 30_000)));
    const mac = createHmac("sha1", bytes).update(counter).digest();
    const at = mac[19] & 15;
    return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
