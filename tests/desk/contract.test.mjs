// Replays every call that openapi/commis.yaml documents with x-replay against an empty program, in order of its step,
// and holds each answer against the schema the contract promises.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { contract, new_replay, steps } from "../support/replay.mjs";
import { binary, project, run, start } from "./support.mjs";

const require = createRequire(join(project, "desk/package.json"));
const Ajv = require("ajv/dist/2020.js").default;
const add_formats = require("ajv-formats").default;

const ajv = new Ajv({ strict: false, allErrors: true });
add_formats(ajv);
ajv.addFormat("int64", { type: "number", validate: Number.isSafeInteger });

/** The members of all parts of an `allOf` in one object. */
function joined(parts) {
    const whole = { type: "object", required: [], properties: {} };
    for (const part of parts.map(({ $ref, ...own }) => ($ref ? named($ref) : own))) {
        whole.required.push(...(part.required ?? []));
        Object.assign(whole.properties, part.properties);
    }
    return whole;
}
const named = ($ref) =>
    $ref
        .split("/")
        .slice(1)
        .reduce((node, name) => node[name], contract);

/** An answer may hold nothing that is not documented: each object that lists its members has no others. */
function closed(node) {
    if (Array.isArray(node)) return node.map(closed);
    if (node === null || typeof node !== "object") return node;
    if (node.allOf) return closed(joined(node.allOf));
    const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]));
    if (copy.properties && copy.additionalProperties === undefined) copy.additionalProperties = false;
    return copy;
}
ajv.addSchema(closed(contract), "contract");

const escaped = (text) => text.replaceAll("~", "~0").replaceAll("/", "~1");

function validator({ route, method, status, operation }, type) {
    const answer = operation.responses[String(status)];
    assert.ok(answer, `${status} is not documented`);
    const at = answer.$ref ?? `#/paths/${escaped(route)}/${method.toLowerCase()}/responses/${status}`;
    const content = (answer.$ref ? named(answer.$ref) : answer).content;
    assert.ok(content?.[type], `${type} is not documented for ${status}`);
    return ajv.compile({ $ref: `contract${encodeURI(`${at}/content/${escaped(type)}/schema`)}` });
}

describe("the documented examples", { skip: existsSync(binary) ? false : `${binary} is not there` }, () => {
    let program;
    let token;
    const replay = new_replay();

    before(async () => {
        program = await start("serve");
        const said = await run("token", "create", "--role", "admin", "--data", program.data);
        token = said.trim().split("\n").at(-1);
    });
    after(() => program?.stop());

    for (const step of steps) {
        const which = step.example ? ` (${step.example})` : "";
        test(`${step.step}: ${step.method} ${step.route}${which} answers ${step.status}`, async () => {
            const { path, method, headers, body: sent } = replay.call_of(step);
            headers.Authorization = `Bearer ${token}`;
            const answer = await fetch(`${program.url}${path}`, { method, headers, body: sent });
            const text = await answer.text();
            assert.equal(answer.status, step.status, text);
            if (answer.status === 204) return;
            const type = answer.headers.get("content-type").split(";")[0];
            const validate = validator(step, type);
            if (!/[/+]json$/.test(type)) return;
            const body = JSON.parse(text);
            assert.ok(validate(body), `${JSON.stringify(validate.errors, null, 1)}\n${text.slice(0, 3000)}`);
            if (step.code) assert.equal(body.code, step.code, text);
            replay.keep(step, body);
        });
    }
});
