// A payment service made from its published contract: prism answers, and every request is judged before it gets
// there, unknown members being faults. Arguments: the contract's file. Prints its address; `GET /-/report` tells what
// was asked and what was wrong with it. A base address that ends in /code-404 is answered with that status.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, request as send } from "node:http";
import { createServer as create_socket } from "node:net";
import { fileURLToPath } from "node:url";
import { beside, filled_in, refusal } from "./filled_in.mjs";
import { end_with_parent } from "./parent.mjs";
import { Contract } from "./strict_schema.mjs";

const file = process.argv[2];
const contract = new Contract(JSON.parse(await readFile(file, "utf8")));
const report = { faults: [], operations: {}, requests: [] };

const free_port = () =>
    new Promise((found) => {
        const probe = create_socket().listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => found(port));
        });
    });

const port = await free_port();
const prism_program = fileURLToPath(new URL("../node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url));
const prism = spawn(process.execPath, [prism_program, "mock", file, "-h", "127.0.0.1", "-p", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
});
process.on("exit", () => prism.kill());
end_with_parent();
await new Promise((ready, failed) => {
    let said = "";
    prism.stdout.on("data", (bytes) => {
        said += bytes;
        if (said.includes("is listening on")) ready();
    });
    prism.once("exit", () => failed(new Error(`prism ended: ${said}`)));
});

const whole = async (stream) => {
    const parts = [];
    for await (const part of stream) parts.push(part);
    return Buffer.concat(parts).toString("utf8");
};

function ask(method, target, headers, body) {
    return new Promise((done, failed) => {
        const outgoing = send(
            { host: "127.0.0.1", port, method, path: target, headers, agent: false },
            async (answer) => done({ status: answer.statusCode, body: await whole(answer) }),
        );
        outgoing.on("error", failed);
        outgoing.end(body);
    });
}

const server = createServer(async (incoming, outgoing) => {
    const body = await whole(incoming);
    if (incoming.url === "/-/report") return outgoing.end(JSON.stringify(report));
    const [, code, target] = /^(?:\/code-(\d+))?(\/.*)$/.exec(incoming.url);
    const [path, query = ""] = target.split("?");
    const method = incoming.method.toLowerCase();
    const known = beside(`${method} ${path}`);
    if (known) {
        outgoing.writeHead(known.status, { "Content-Type": "application/json" });
        return outgoing.end(JSON.stringify(known.body));
    }
    const type = (incoming.headers["content-type"] ?? "").split(";")[0];
    const name = contract.operation(method, path)?.name ?? `${method} ${path}`;
    report.operations[name] = (report.operations[name] ?? 0) + 1;
    report.faults.push(...contract.faults({ method, path, query, type, body }));
    report.requests.push({ name, path, query, body, headers: incoming.headers });
    const headers = { ...incoming.headers, host: `127.0.0.1:${port}` };
    // What a status of choice is asked with; the caller's own preference is judged above, not sent on.
    delete headers.prefer;
    const refused = refusal(name, path);
    if (code ?? refused) headers.prefer = `code=${code ?? refused.code}`;
    const answer = await ask(method.toUpperCase(), target, headers, body);
    let text = answer.status < 300 ? filled_in(name, path, body, answer.body) : answer.body;
    if (refused?.issue && answer.status === refused.code)
        text = JSON.stringify({ ...JSON.parse(text), details: [{ issue: refused.issue }] });
    outgoing.writeHead(answer.status, { "Content-Type": "application/json" });
    outgoing.end(answer.status === 204 ? undefined : text);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
