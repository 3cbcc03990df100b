// The program for tests without a browser: its commands on a data folder, its server, and its API.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const binary =
    process.env.COMMIS_BINARY ?? fileURLToPath(new URL("../../build/release/commis", import.meta.url));
export const skip = existsSync(binary) ? false : `${binary} is not there`;

/** What a command on a data folder prints. */
export const run = (data, ...words) => execFileSync(binary, [...words, "--data", data], { encoding: "utf8" });

/** A shop in euros, and a token of its owner's. */
export function make_shop(data, id, profile = "neutral", more = []) {
    const usual = ["--currency", "EUR", "--language", "en", "--timezone", "UTC"];
    run(data, "shop", "create", "--id", id, "--profile", profile, ...usual, ...more);
    return run(data, "token", "create", "--shop", id, "--role", "owner").trim().split("\n").at(-1);
}

/**
 * The server on a free port of loopback; `place` says where its data is, if in no folder, `cwd` where it runs,
 * `log` the file that takes what it logs, `before` a program that starts it. `end` waits until it is gone.
 */
export async function serve(data, { words = [], env = {}, place = ["--data", data], cwd, log, before = [] } = {}) {
    const [command, ...rest] = [...before, binary, "serve", ...place, "--listen", "127.0.0.1:0", ...words];
    const told = log ? openSync(log, "a") : "inherit";
    const child = spawn(command, rest, {
        env: { ...process.env, ...env },
        cwd,
        stdio: ["ignore", "pipe", told],
    });
    if (log) closeSync(told);
    const ended = new Promise((done) => child.once("exit", done));
    const url = await new Promise((found, failed) => {
        let said = "";
        child.stdout.on("data", (bytes) => {
            said += bytes;
            const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
            if (match) found(match[0]);
        });
        child.once("exit", () => failed(new Error(`the server ended: ${said}`)));
    });
    const end = (signal = "SIGTERM") => {
        child.kill(signal);
        return ended;
    };
    return { url, pid: child.pid, ended, end };
}

/** Calls of a shop's API that are expected to be answered well. */
export async function call(url, shop, token, method, path, body) {
    const answer = await fetch(`${url}/api/v1/shops/${shop}${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
}
