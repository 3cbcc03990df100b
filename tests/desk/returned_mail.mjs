// Mail and what comes back of it, for browser tests: a mail as it arrived at the sink, and the report of a mail server
// given to the program.
import { spawn } from "node:child_process";
import { binary } from "./support.mjs";

/** The newest mail to an address, once it is there. */
export async function mail_to(sink, address, about = () => true) {
    for (let attempt = 0; attempt < 100; attempt += 1) {
        const found = sink.messages.findLast((message) => message.to.includes(address) && about(message));
        if (found) return found;
        await new Promise((wait) => setTimeout(wait, 100));
    }
    throw new Error(`no mail to ${address}`);
}

export const id_of = (message) => /^Message-Id: <(.*)>\r?$/im.exec(message.text)[1];

/** What a mail server writes when it could not deliver this mail. */
export function report(message, recipient, diagnostic) {
    const id = id_of(message);
    return [
        "Return-Path: <>",
        "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
        `Message-ID: <report-${Math.random()}@mx.example>`,
        "Subject: Undelivered Mail Returned to Sender",
        "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
        `Final-Recipient: rfc822; ${recipient}`,
        "Action: failed",
        `Diagnostic-Code: smtp; ${diagnostic}`,
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        `Message-ID: <${id}>`,
        "",
        "--b--",
        "",
    ].join("\r\n");
}

/** `commis mail bounce < message`, beside the running server. */
export function take_bounce(program, message) {
    return new Promise((done, failed) => {
        const child = spawn(binary, ["mail", "bounce", "--data", program.data], { stdio: ["pipe", "pipe", "inherit"] });
        let out = "";
        child.stdout.on("data", (bytes) => {
            out += bytes;
        });
        child.on("exit", (code) => (code === 0 ? done(out) : failed(new Error(`${code}: ${out}`))));
        child.stdin.end(message);
    });
}
