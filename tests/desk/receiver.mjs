// A program that listens to webhooks, for tests: each path answers in its own way, and everything that came is kept.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as create_tls_server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

const answers = {
    "/bad": (response) => response.writeHead(500).end("out of order"),
    "/gone": (response) => response.writeHead(410).end("moved out"),
    "/away": (response) => response.writeHead(302, { Location: "/ok" }).end(),
    "/cut": (response) => response.socket.destroy(),
    "/slow": () => undefined,
    "/long": (response) => response.writeHead(200).end("x".repeat(100_000)),
};

export class Receiver {
    /** { path, headers, body } in the order of arrival. */
    calls = [];

    async start() {
        const hear = async (request, response) => {
            let body = "";
            for await (const bytes of request.setEncoding("utf8")) body += bytes;
            this.calls.push({ path: request.url, headers: request.headers, body });
            const is_first = this.at(request.url).length === 1;
            if (request.url === "/later" && is_first) return response.writeHead(503).end("not yet");
            if (request.url === "/hold" && is_first) return undefined;
            return (answers[request.url] ?? ((taken) => taken.writeHead(200).end("thanks")))(response);
        };
        this.server = createServer(hear);
        await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
        this.url = `http://127.0.0.1:${this.server.address().port}`;
        const folder = mkdtempSync(join(tmpdir(), "commis-receiver-"));
        const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
        const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
        execFileSync(
            "openssl",
            [
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                ...subject,
                "-keyout",
                key,
                "-out",
                certificate,
            ],
            { stdio: "ignore" },
        );
        this.tls_server = create_tls_server({ key: readFileSync(key), cert: readFileSync(certificate) }, hear);
        rmSync(folder, { recursive: true });
        await new Promise((done) => this.tls_server.listen(0, "127.0.0.1", done));
        this.tls_url = `https://127.0.0.1:${this.tls_server.address().port}`;
        return this;
    }
    stop() {
        for (const server of [this.server, this.tls_server]) {
            server.close();
            server.closeAllConnections();
        }
    }
    at(path) {
        return this.calls.filter((call) => call.path === path);
    }
    /** The calls of a path once there are so many. */
    async wait(path, count, within_ms = 30_000) {
        const end = Date.now() + within_ms;
        while (this.at(path).length < count) {
            if (Date.now() > end) throw new Error(`${path} was called ${this.at(path).length} times, not ${count}`);
            await new Promise((done) => setTimeout(done, 50));
        }
        return this.at(path);
    }
}
