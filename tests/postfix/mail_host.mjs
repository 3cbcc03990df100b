// Debian's Postfix and OpenDKIM on loopback, in a folder of their own and on free ports: a mail host as shops have one.
// The folder is one of the system's temporary ones, because Postfix's users must reach it; it is the same for each run
// of this checkout, so that what a run that was cut off has left is ended first.
// Postfix's master starts as root only, so the suite skips where this is not root.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { free_port } from "../support/free_port.mjs";

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const id_of = (kind, name) => Number(execFileSync("id", [kind, name], { encoding: "utf8" }));

export const missing = ["/usr/sbin/postfix", "/usr/sbin/opendkim"].filter((each) => !existsSync(each));
export const skip =
    process.getuid() !== 0 ? "Postfix starts as root only" : missing.length > 0 ? `no ${missing.join(", ")}` : false;

async function until_open(port, what) {
    for (let turn = 0; turn < 100; turn += 1) {
        const is_open = await new Promise((done) => {
            const channel = connect(port, "127.0.0.1", () => {
                channel.destroy();
                done(true);
            }).on("error", () => done(false));
        });
        if (is_open) return;
        await wait(100);
    }
    throw new Error(`${what} does not answer on ${port}`);
}

/** What comes back goes to `shop@…`; `zoe@…` and `jürgen@…` read; `moved@…` is sent on to where nobody has it. */
const main = (folder, milter_port) => `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${folder}/log/mail.log
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.org
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
local_transport = error:no local mail
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = example.org
virtual_alias_maps = texthash:${folder}/aliases
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = texthash:${folder}/mailboxes
virtual_minimum_uid = 1
virtual_uid_maps = static:${id_of("-u", "nobody")}
virtual_gid_maps = static:${id_of("-g", "nobody")}
relay_domains = away.example
transport_maps = texthash:${folder}/transport
smtputf8_enable = yes
smtpd_tls_security_level = may
smtpd_tls_chain_files = ${folder}/key.pem, ${folder}/certificate.pem
smtpd_milters = ${milter_port ? `inet:127.0.0.1:${milter_port}` : ""}
milter_default_action = tempfail
milter_mail_macros = i {mail_addr} {client_addr} {client_name} {auth_authen}
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
`;

/** Lines of master.cf: name, kind, private, unprivileged, in a cage, wakes up every, at most so many, program. */
const services = `
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
relay unix - - n - - smtp
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
tlsmgr unix - - n 1000? 1 tlsmgr
`;

export class MailHost {
    /** `keys` is what name servers would say: lines "selector._domainkey.domain record"; none, no check. */
    static async start(keys, more_settings = "") {
        const checkout = createHash("sha256")
            .update(import.meta.url)
            .digest("hex")
            .slice(0, 8);
        const folder = join(tmpdir(), `commis-postfix-${checkout}`);
        const host = new MailHost();
        // Of a run that was cut off.
        if (existsSync(join(folder, "queue/pid/master.pid"))) host.#end_postfix(folder);
        rmSync(folder, { recursive: true, force: true });
        for (const part of ["queue", "data", "log", "mail", "milter"])
            mkdirSync(join(folder, part), { recursive: true });
        chmodSync(folder, 0o755);
        chownSync(join(folder, "data"), id_of("-u", "postfix"), id_of("-g", "postfix"));
        chownSync(join(folder, "mail"), id_of("-u", "nobody"), id_of("-g", "nobody"));
        host.folder = folder;
        host.port = await free_port();
        const milter_port = await free_port();
        host.certificate = join(folder, "certificate.pem");
        execFileSync(
            "openssl",
            ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=mail.example.org"].concat(
                ["-addext", "subjectAltName=DNS:mail.example.org,IP:127.0.0.1"],
                ["-keyout", join(folder, "key.pem"), "-out", host.certificate],
            ),
            { stdio: "ignore" },
        );
        chmodSync(join(folder, "key.pem"), 0o600);
        writeFileSync(
            join(folder, "mailboxes"),
            ["shop", "zoe", "jürgen"].map((name) => `${name}@example.org ${name}/\n`).join(""),
        );
        writeFileSync(join(folder, "aliases"), "moved@example.org gone@away.example\n");
        writeFileSync(join(folder, "transport"), "away.example error:5.1.1 User unknown in this house\n");
        writeFileSync(join(folder, "main.cf"), main(folder, keys ? milter_port : undefined) + more_settings);
        writeFileSync(join(folder, "master.cf"), `127.0.0.1:${host.port} inet n - n - - smtpd${services}`);
        if (keys) await host.#start_milter(milter_port, keys);
        process.once("exit", () => host.stop());
        execFileSync("postfix", ["-c", folder, "start"], { stdio: "pipe" });
        await until_open(host.port, "Postfix");
        return host;
    }
    async #start_milter(port, keys) {
        const file = (name) => join(this.folder, "milter", name);
        writeFileSync(file("keys"), keys);
        writeFileSync(
            file("conf"),
            ["Mode v", `Socket inet:${port}@127.0.0.1`, `TestPublicKeys ${file("keys")}`, "AlwaysAddARHeader yes"]
                .concat(["AuthservID mail.example.org", "On-BadSignature accept", "RequireSafeKeys no", ""])
                .join("\n"),
        );
        const words = ["-f", "-x", file("conf"), "-P", file("pid")];
        this.milter = spawn("/usr/sbin/opendkim", words, { stdio: ["ignore", "ignore", "pipe"] });
        this.said = "";
        this.milter.stderr.on("data", (bytes) => {
            this.said += bytes;
        });
        await until_open(port, `OpenDKIM (${this.said})`);
    }
    log() {
        const file = join(this.folder, "log/mail.log");
        return existsSync(file) ? readFileSync(file, "utf8") : "";
    }
    /** The files of the mails that lie in a mailbox. */
    mails(name) {
        const folder = join(this.folder, "mail", name, "new");
        return existsSync(folder) ? readdirSync(folder).map((each) => join(folder, each)) : [];
    }
    async wait_for_mail(name, count = 1) {
        for (let turn = 0; turn < 150; turn += 1) {
            const mails = this.mails(name);
            if (mails.length >= count) return mails;
            await wait(100);
        }
        throw new Error(`no mail for ${name}: ${this.log()}`);
    }
    #end_postfix(folder) {
        try {
            execFileSync("postfix", ["-c", folder, "stop"], { stdio: "pipe" });
        } catch {
            // It had ended already.
        }
    }
    stop() {
        if (this.is_stopped) return;
        this.is_stopped = true;
        this.#end_postfix(this.folder);
        this.milter?.kill("SIGTERM");
        rmSync(this.folder, { recursive: true, force: true });
    }
}
