// Debian's web servers for tests: each with the project's example, its name, ports and certificate put in, as a process
// of ours on loopback. And a client that speaks HTTP/2 to it.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect as connect_http2, constants } from "node:http2";
import { connect } from "node:net";
import { join } from "node:path";
import { connect as connect_tls } from "node:tls";
import { fileURLToPath } from "node:url";
import { free_port } from "../support/free_port.mjs";

const example = (name) => readFileSync(fileURLToPath(new URL(`../../packaging/${name}`, import.meta.url)), "utf8");
export const name = "orders.example.org";
export const is_installed = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** A certificate for the example's name that nobody but the test trusts. */
export function make_certificate(folder) {
    const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
    const words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
    execFileSync("openssl", [...words, ...subject, "-keyout", key, "-out", certificate], { stdio: "ignore" });
    return { certificate, key };
}

/** Puts a text in for another that has to be there, or the test would not be about the example. */
function put(text, ...pairs) {
    for (const [from, to] of pairs) {
        if (text.search(from) < 0) throw new Error(`the example has no ${from}`);
        text = text.replaceAll(from, to);
    }
    return text;
}

function nginx_settings(folder, at, { certificate, key }) {
    const site = put(
        example("nginx.conf"),
        [/^ *listen \[::\].*\n/gm, ""],
        [/listen 80;/g, `listen 127.0.0.1:${at.http};`],
        [/listen 443 /g, `listen 127.0.0.1:${at.https} `],
        [/127\.0\.0\.1:8080/g, `127.0.0.1:${at.program}`],
        [/\S+\/fullchain\.pem/g, certificate],
        [/\S+\/privkey\.pem/g, key],
    );
    for (const kind of ["body", "proxy", "fastcgi", "uwsgi", "scgi"]) mkdirSync(join(folder, kind));
    const kept = ["body:client_body", "proxy:proxy", "fastcgi:fastcgi", "uwsgi:uwsgi", "scgi:scgi"]
        .map((pair) => pair.split(":"))
        .map(([kind, word]) => `    ${word}_temp_path ${join(folder, kind)};\n`);
    const main = `daemon off;\npid ${folder}/nginx.pid;\n${process.getuid() === 0 ? "user root;\n" : ""}`;
    const file = join(folder, "nginx.conf");
    const log = `error_log ${folder}/error.log;\n`;
    writeFileSync(file, `${main}${log}events {}\nhttp {\n    access_log off;\n${kept.join("")}${site}}\n`);
    return ["nginx", ["-e", `${folder}/error.log`, "-c", file]];
}

function caddy_settings(folder, at, { certificate, key }) {
    const site = put(
        example("Caddyfile"),
        [/^orders\.example\.org \{$/gm, `orders.example.org {\n\ttls ${certificate} ${key}\n\tbind 127.0.0.1`],
        [/127\.0\.0\.1:8080/g, `127.0.0.1:${at.program}`],
    );
    const ports = `\thttp_port ${at.http}\n\thttps_port ${at.https}\n`;
    // Nothing is asked of certificate authorities, nor put into the machine's store.
    const file = join(folder, "Caddyfile");
    writeFileSync(file, `{\n\tadmin off\n\tskip_install_trust\n\tdefault_bind 127.0.0.1\n${ports}}\n${site}`);
    return ["caddy", ["run", "--config", file, "--adapter", "caddyfile"]];
}

const settings_of = { nginx: nginx_settings, caddy: caddy_settings };

async function answers(port, is_gone) {
    for (let tries = 0; tries < 200; ++tries) {
        if (is_gone()) return false;
        const is_open = await new Promise((done) => {
            const socket = connect(port, "127.0.0.1", () => done(true)).once("error", () => done(false));
            socket.once("connect", () => socket.destroy());
        });
        if (is_open) return true;
        await new Promise((done) => setTimeout(done, 50));
    }
    return false;
}

/** Runs a proxy before the program's port. */
export async function start_proxy(kind, folder, program_port, tls) {
    const at = { program: program_port, http: await free_port(), https: await free_port() };
    const [command, words] = settings_of[kind](folder, at, tls);
    let said = "";
    const child = spawn(command, words, {
        env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
        stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.on("data", (bytes) => (said += bytes));
    const gone = new Promise((done) => child.once("exit", done));
    if (!(await answers(at.https, () => child.exitCode !== null))) {
        child.kill();
        throw new Error(`${kind} did not start: ${said}`);
    }
    const stop = () => {
        child.kill("SIGTERM");
        return gone;
    };
    return { ...at, authority: readFileSync(tls.certificate), stop };
}

/** A connection by HTTP/2, from one of this machine's own addresses. */
export async function open_client(proxy, from = "127.0.0.1") {
    const options = { host: "127.0.0.1", port: proxy.https, localAddress: from, servername: name, ca: proxy.authority };
    const client = connect_http2(`https://${name}`, {
        createConnection: () => connect_tls({ ...options, ALPNProtocols: ["h2"] }),
    });
    await new Promise((done, failed) => client.once("connect", done).once("error", failed));
    /** A stream whose answer may not end; `heard` is called with each piece. */
    const stream = (method, path, headers = {}) =>
        client.request({ ":method": method, ":path": path, ...headers }, { endStream: method === "GET" });
    const ask = (method, path, headers, body) =>
        new Promise((done, failed) => {
            const asked = stream(method, path, headers);
            const answer = { text: "" };
            asked.setEncoding("utf8");
            asked.once("response", (found) => {
                answer.status = found[constants.HTTP2_HEADER_STATUS];
                answer.headers = found;
            });
            asked.on("data", (text) => (answer.text += text));
            asked.once("end", () => done(answer)).once("error", failed);
            if (method !== "GET") asked.end(body);
        });
    return { ask, stream, close: () => client.close() };
}
