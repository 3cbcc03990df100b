// Where a program under test keeps its data: a folder with SQLite, or a database of its own on the PostgreSQL that
// COMMIS_TEST_POSTGRES names.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, skip } from "./program.mjs";

const postgres = process.env.COMMIS_TEST_POSTGRES;
export const engines = {
    sqlite: skip,
    postgres: skip || (postgres ? false : "COMMIS_TEST_POSTGRES is not set"),
};

let made = 0;

/** A place with the words that name it to every command, the folder to run in, and commands run there. */
export async function make_place(engine, name) {
    const cwd = await mkdtemp(join(tmpdir(), `commis-${name}-`));
    if (engine === "sqlite")
        return with_commands(["--data", cwd], cwd, () => rm(cwd, { recursive: true, force: true }));
    made += 1;
    const database = `commis_${name}_${process.pid}_${made}`;
    const sql = (text) => execFileSync("psql", ["-q", "-v", "ON_ERROR_STOP=1", "-d", postgres, "-c", text]);
    sql(`CREATE DATABASE ${database}`);
    const url = postgres.replace(/\/[^/?]*(\?|$)/, `/${database}$1`);
    return with_commands(["--database", url], cwd, async () => {
        sql(`DROP DATABASE ${database} WITH (FORCE)`);
        await rm(cwd, { recursive: true, force: true });
    });
}

/** The same for a place that the test made by itself. */
export function with_commands(words, cwd, gone = async () => undefined) {
    const run = (...more) => execFileSync(binary, [...more, ...words], { encoding: "utf8", cwd });
    const token = (role = "owner") => run("token", "create", "--shop", "s", "--role", role).trim().split("\n").at(-1);
    return {
        words,
        cwd,
        gone,
        run,
        token,
        /** Somebody else's hand in the database. */
        change: (text) => {
            const [kind, where] = words;
            if (kind === "--database")
                return execFileSync("psql", ["-q", "-v", "ON_ERROR_STOP=1", "-d", where, "-c", text]);
            const write = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()";
            return execFileSync("python3", ["-c", write, join(where, "commis.db"), text]);
        },
        /** The command's exit code and words, whatever they are. */
        tried: (...more) => spawnSync(binary, [...more, ...words], { encoding: "utf8", cwd }),
        /** A shop in euros called `s`, and a token of its owner's. */
        shop: (profile = "neutral") => {
            const usual = ["--currency", "EUR", "--language", "en", "--timezone", "UTC"];
            run("shop", "create", "--id", "s", "--profile", profile, ...usual);
            return token();
        },
    };
}
