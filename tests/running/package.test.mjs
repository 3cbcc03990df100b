// The Debian package: what lies where, a service that systemd takes and that gets little, and a program that, once
// installed, finds its settings by itself, tells its manager when it is ready, and keeps root from spoiling its folder.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { binary, run, skip } from "../support/program.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const has = (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;
const text = (...words) => execFileSync(words[0], words.slice(1), { encoding: "utf8", cwd: root });

const no_package = skip || (has("dh") ? false : "debhelper is not installed");
describe("the Debian package", { skip: no_package }, () => {
    let folder;
    let file;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "commis-package-"));
        const quick = { DPKG_DEB_COMPRESSOR_TYPE: "gzip", DPKG_DEB_COMPRESSOR_LEVEL: "1" };
        const env = { ...process.env, ...quick, COMMIS_PACKAGED_BINARY: binary };
        const options = { cwd: root, encoding: "utf8", env };
        const said = execFileSync("script/package", ["--no-lint"], options);
        file = join(root, /made (\S+\.deb)/.exec(said)[1]);
        execFileSync("dpkg-deb", ["-x", file, folder]);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    test("has the program, its settings, its service, its papers and its examples", () => {
        const listed = text("dpkg-deb", "-c", file);
        for (const [mode, path] of [
            ["-rwxr-xr-x", "/usr/bin/commis"],
            ["-rw-r-----", "/etc/commis/commis.toml"],
            ["-rw-r--r--", "/lib/systemd/system/commis.service"],
            ["-rw-r--r--", "/usr/share/man/man1/commis.1.gz"],
            ["-rw-r--r--", "/usr/share/bash-completion/completions/commis"],
            ["-rw-r--r--", "/usr/share/doc/commis/examples/nginx.conf"],
            ["-rw-r--r--", "/usr/share/doc/commis/examples/Caddyfile"],
        ]) {
            const line = listed.split("\n").find((entry) => entry.endsWith(` .${path}`));
            assert.ok(line?.startsWith(`${mode} root/root`), `${path}: ${line}`);
        }
        const fields = text("dpkg-deb", "-f", file);
        const version = text(binary, "version").trim().split(" ").at(-1);
        assert.match(fields, new RegExp(`^Version: ${version.replaceAll(".", "\\.")}$`, "m"));
        assert.match(fields, /^Depends: .*libsqlite3-0.*fonts-noto-core.*tzdata/m);
    });

    test("the settings are a conffile, and the program takes them as they come", () => {
        const control = mkdtempSync(join(folder, "control-"));
        execFileSync("dpkg-deb", ["-e", file, control]);
        assert.equal(readFileSync(join(control, "conffiles"), "utf8").trim(), "/etc/commis/commis.toml");
        const { status, stderr } = spawnSync(join(folder, "usr/bin/commis"), ["check"], {
            encoding: "utf8",
            env: {
                ...process.env,
                COMMIS_CONFIG: join(folder, "etc/commis/commis.toml"),
                COMMIS_DATA: join(folder, "d"),
            },
        });
        assert.equal(status, 0, stderr);
        for (const name of ["postinst", "prerm", "postrm"]) {
            assert.equal(spawnSync("sh", ["-n", join(control, name)]).status, 0, name);
        }
    });

    test("systemd takes the service, and lets it do little", { skip: !has("systemd-analyze") && "no systemd" }, () => {
        const unit = join(folder, "lib/systemd/system/commis.service");
        const here = join(folder, "commis.service");
        // Where the program lies before it is installed; a manual page that is not installed is no fault of the unit.
        const as_here = readFileSync(unit, "utf8")
            .replace("/usr/bin/commis", join(folder, "usr/bin/commis"))
            .replace(/^Documentation=.*\n/m, "");
        writeFileSync(here, as_here);
        const { status, stderr } = spawnSync("systemd-analyze", ["verify", here], { encoding: "utf8" });
        assert.equal(status, 0, stderr);
        const about_ours = stderr.split("\n").filter((line) => line.includes("commis.service"));
        assert.deepEqual(about_ours, []);
        const exposure = /level for commis\.service: ([\d.]+)/.exec(
            text("systemd-analyze", "security", "--offline=true", "--no-pager", unit),
        );
        assert.ok(Number(exposure[1]) <= 2, `exposure ${exposure[1]}, of ten`);
    });
});

describe("an installed program", { skip }, () => {
    let folder;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "commis-installed-"));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    test("takes the settings' folder when nothing else says where the data is", () => {
        const settings = join(folder, "commis.toml");
        writeFileSync(settings, `data = "${join(folder, "there")}"\n`);
        const said = execFileSync(binary, ["check"], {
            encoding: "utf8",
            env: { ...process.env, COMMIS_CONFIG: settings },
        });
        assert.match(said, /clean/);
        assert.ok(existsSync(join(folder, "there", "commis.db")));
    });

    test("says how to run it when root is about to write into the service's folder", {
        skip: process.getuid() !== 0 && "needs root",
    }, () => {
        const data = join(folder, "of-nobody");
        mkdirSync(data);
        const nobody = Number(text("id", "-u", "nobody"));
        chownSync(data, nobody, nobody);
        const { status, stderr } = spawnSync(binary, ["check", "--data", data], { encoding: "utf8" });
        assert.equal(status, 1);
        assert.match(stderr, /wrong_user: .*belongs to the user nobody.*runuser -u nobody/);
        assert.equal(existsSync(join(data, "commis.db")), false);
    });

    test("tells its manager when it is ready, and when it ends", {
        skip: !has("python3") && "no python3",
    }, async () => {
        const path = join(folder, "notify");
        const listener = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
s.settimeout(30)
print("bound", flush=True)
for _ in range(2): print(s.recv(1000).decode(), flush=True)`;
        const heard = spawn("python3", ["-c", listener, path], { stdio: ["ignore", "pipe", "inherit"] });
        let said = "";
        const until = (wanted) =>
            new Promise((done, failed) => {
                const look = () => said.includes(wanted) && done();
                heard.stdout.on("data", look);
                heard.once("exit", () => (said.includes(wanted) ? done() : failed(new Error(`heard: ${said}`))));
                look();
            });
        heard.stdout.on("data", (bytes) => {
            said += bytes;
        });
        await until("bound");
        const server = spawn(binary, ["serve", "--data", join(folder, "notified"), "--listen", "127.0.0.1:0"], {
            env: { ...process.env, NOTIFY_SOCKET: path },
            stdio: "ignore",
        });
        const gone = new Promise((done) => server.once("exit", done));
        await until("READY=1");
        server.kill();
        await until("STOPPING=1");
        assert.equal(await gone, 0);
    });

    test("keeps a folder it makes to itself", () => {
        const data = join(folder, "fresh");
        run(data, "check");
        chmodSync(folder, 0o755);
        assert.equal(text("stat", "-c", "%a", data).trim(), "700");
    });
});
