// A mail server that takes everything and keeps it, for tests in which mail has to leave, and one that misbehaves where
// it is told to.
import { createServer } from "node:net";

/**
 * Answers its address and the messages it took, each with its envelope. `fault(step, recipient)` is asked at every step
 * (connect, ehlo, mail, rcpt, data, body, dot): a line is answered instead, "cut" ends the connection, "silent" says
 * nothing more.
 */
export async function start_sink(fault = () => undefined, port = 0) {
    const messages = [];
    const server = createServer((socket) => {
        let rest = "";
        let data;
        let envelope = { to: [] };
        const say = (line) => socket.write(`${line}\r\n`);
        // True when the step went wrong as ordered.
        const goes_wrong = (step) => {
            const order = fault(step, envelope.to[0] ?? "");
            if (order === "cut") socket.destroy();
            else if (order && order !== "silent") say(order);
            return order !== undefined;
        };
        const hear_data = (line) => {
            if (line !== ".") {
                if (data.push(line.replace(/^\./, "")) === 3) goes_wrong("body");
                return;
            }
            const order = fault("dot", envelope.to[0]);
            // A refusal takes nothing; a line that is cut after the dot has taken it all.
            if (!/^[45]/.test(order ?? "")) messages.push({ ...envelope, text: data.join("\r\n") });
            data = undefined;
            if (!goes_wrong("dot")) say("250 2.0.0 taken");
            envelope = { to: [] };
        };
        const hear = (line) => {
            if (socket.destroyed) return;
            if (data !== undefined) return hear_data(line);
            const word = line.slice(0, 4).toUpperCase();
            if (word === "RSET") envelope = { to: [] };
            if (word === "EHLO" && !goes_wrong("ehlo")) return say("250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8");
            if (word === "MAIL") envelope.from = /<(.*?)>/.exec(line)?.[1];
            if (word === "MAIL" && goes_wrong("mail")) return;
            if (word === "RCPT") envelope.to.push(/<(.*?)>/.exec(line)?.[1]);
            if (word === "RCPT" && goes_wrong("rcpt")) return;
            if (word === "QUIT") return socket.end("221 bye\r\n");
            if (word === "EHLO") return;
            if (word !== "DATA") return say("250 2.0.0 fine");
            if (goes_wrong("data")) return;
            data = [];
            say("354 go on");
        };
        socket.on("data", (bytes) => {
            const lines = (rest + bytes.toString("utf8")).split("\r\n");
            rest = lines.pop();
            for (const line of lines) hear(line);
        });
        socket.on("error", () => undefined);
        if (!goes_wrong("connect")) say("220 sink");
    });
    await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
    const { port: taken } = server.address();
    return { url: `smtp://127.0.0.1:${taken}`, port: taken, messages, stop: () => server.close() };
}
