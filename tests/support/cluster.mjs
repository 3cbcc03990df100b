// A PostgreSQL of a test's own, as durable as in earnest (fsync on), that the test may stop, kill, and give a replica.
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { free_port } from "./free_port.mjs";

const binaries = "/usr/lib/postgresql/15/bin";
const is_root = process.getuid() === 0;
export const no_cluster = existsSync(`${binaries}/initdb`) ? false : "PostgreSQL 15 is not installed";

// PostgreSQL refuses to run as root.
const as_postgres = (command, words, options = {}) =>
    is_root
        ? execFileSync("runuser", ["-u", "postgres", "--", command, ...words], { stdio: "pipe", ...options })
        : execFileSync(command, words, { stdio: "pipe", ...options });

export class Cluster {
    static async make(settings = []) {
        const folder = mkdtempSync(join(tmpdir(), "commis-cluster-"));
        const password = randomBytes(16).toString("hex");
        writeFileSync(join(folder, "password"), `${password}\n`, { mode: 0o600 });
        // For the replica, and for psql.
        writeFileSync(join(folder, "pgpass"), `*:*:*:commis:${password}\n`, { mode: 0o600 });
        if (is_root) {
            const id = (which) => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
            for (const name of ["", "password", "pgpass"]) chownSync(join(folder, name), id("-u"), id("-g"));
        }
        const cluster = new Cluster(folder, "primary", password, await free_port());
        const words = ["-D", cluster.data, "-U", "commis", `--pwfile=${join(folder, "password")}`];
        as_postgres(`${binaries}/initdb`, [...words, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"]);
        cluster.start(settings);
        return cluster;
    }
    constructor(folder, name, password, port) {
        Object.assign(this, { folder, password, port, name, data: join(folder, name), settings: [] });
    }
    get host() {
        return `127.0.0.1:${this.port}`;
    }
    /** The address of the database on these servers; the one that may be written is meant. */
    static url(database, ...servers) {
        const hosts = servers.map(({ host }) => host).join(",");
        const which = servers.length > 1 ? "?target_session_attrs=read-write" : "";
        return `postgresql://commis:${servers[0].password}@${hosts}/${database}${which}`;
    }
    start(settings = this.settings) {
        this.settings = settings;
        const fixed = [`-h 127.0.0.1 -p ${this.port} -k ${this.folder}`, "-c shared_buffers=64MB -c timezone=UTC"];
        const options = [...fixed, ...settings.map((one) => `-c ${one}`)].join(" ");
        const log = join(this.folder, `${this.name}.log`);
        as_postgres(`${binaries}/pg_ctl`, ["-D", this.data, "-l", log, "-w", "-s", "start", "-o", options], {
            stdio: "ignore", // The server would keep our pipes open.
        });
    }
    stop(mode) {
        as_postgres(`${binaries}/pg_ctl`, ["-D", this.data, "-m", mode, "-w", "-s", "stop"]);
    }
    /** As when the machine loses power: all its processes at once, and none gets to say a word. */
    kill() {
        const main = Number(readFileSync(join(this.data, "postmaster.pid"), "utf8").split("\n")[0]);
        process.kill(main, "SIGSTOP"); // It would restart what it sees die.
        const children = spawnSync("pgrep", ["-P", String(main)], { encoding: "utf8" })
            .stdout.trim()
            .split("\n");
        for (const pid of [main, ...children.filter(Boolean).map(Number)]) {
            try {
                process.kill(pid, "SIGKILL");
            } catch (error) {
                if (error.code !== "ESRCH") throw error;
            }
        }
    }
    sql(database, text) {
        const words = ["-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-d", Cluster.url(database, this), "-c", text];
        return execFileSync("psql", words, { encoding: "utf8" }).trim();
    }
    /** A second server that has everything before the first one says that it is done. */
    async add_replica() {
        const replica = new Cluster(this.folder, "replica", this.password, await free_port());
        const who = `user=commis passfile=${join(this.folder, "pgpass")} application_name=replica`;
        const from = `host=127.0.0.1 port=${this.port} ${who}`;
        as_postgres(`${binaries}/pg_basebackup`, ["-D", replica.data, "-X", "stream", "-c", "fast", "-R", "-d", from]);
        replica.start();
        this.sql("postgres", "ALTER SYSTEM SET synchronous_standby_names = 'replica'");
        this.sql("postgres", "SELECT pg_reload_conf()");
        for (let tried = 0; this.sql("postgres", "SELECT sync_state FROM pg_stat_replication") !== "sync"; tried += 1) {
            if (tried > 100) throw new Error("the replica does not follow");
            await new Promise((done) => setTimeout(done, 100));
        }
        return replica;
    }
    promote() {
        as_postgres(`${binaries}/pg_ctl`, ["-D", this.data, "-w", "-s", "promote"]);
    }
    gone() {
        try {
            this.stop("immediate");
        } catch {
            // It is down already.
        }
    }
    remove() {
        rmSync(this.folder, { recursive: true, force: true });
    }
}
