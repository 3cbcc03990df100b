// A mail server that takes everything and keeps it, for tests in which mail has to leave.
import { createServer } from "node:net";

/** Answers its address and the messages it took, each with its envelope. */
export async function start_sink() {
    const messages = [];
    const server = createServer((socket) => {
        let rest = "";
        let data;
        let envelope = { to: [] };
        const say = (line) => socket.write(`${line}\r\n`);
        const hear = (line) => {
            if (data !== undefined) {
                if (line !== ".") return data.push(line.replace(/^\./, ""));
                messages.push({ ...envelope, text: data.join("\r\n") });
                data = undefined;
                envelope = { to: [] };
                return say("250 2.0.0 taken");
            }
            const word = line.slice(0, 4).toUpperCase();
            if (word === "EHLO") return say("250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8");
            if (word === "MAIL") envelope.from = /<(.*?)>/.exec(line)?.[1];
            if (word === "RCPT") envelope.to.push(/<(.*?)>/.exec(line)?.[1]);
            if (word === "QUIT") return socket.end("221 bye\r\n");
            if (word !== "DATA") return say("250 2.0.0 fine");
            data = [];
            say("354 go on");
        };
        socket.on("data", (bytes) => {
            const lines = (rest + bytes.toString("utf8")).split("\r\n");
            rest = lines.pop();
            for (const line of lines) hear(line);
        });
        socket.on("error", () => undefined);
        say("220 sink");
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    return { url: `smtp://127.0.0.1:${server.address().port}`, messages, stop: () => server.close() };
}
