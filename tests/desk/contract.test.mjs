// Replays every call that openapi/commis.yaml documents with x-replay against an empty program, in order of its step,
// and holds each answer against the schema the contract promises.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { binary, project, run, start } from "./support.mjs";

const require = createRequire(join(project, "desk/package.json"));
const Ajv = require("ajv/dist/2020.js").default;
const add_formats = require("ajv-formats").default;

const contract = JSON.parse(await readFile(join(project, "openapi/commis.json"), "utf8"));
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

const steps = Object.entries(contract.paths)
    .flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, operation]) =>
            (operation["x-replay"] ?? []).map((replay) => ({
                ...replay,
                route: path,
                method: method.toUpperCase(),
                operation,
            })),
        ),
    )
    .sort((one, other) => one.step - other.step);

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
    const saved = {};
    const filled = (text) => String(text).replace(/^\{(\w+)\}$/, (whole, name) => saved[name] ?? whole);
    const filled_deeply = (node) => {
        if (typeof node === "string") return filled(node);
        if (Array.isArray(node)) return node.map(filled_deeply);
        if (node === null || typeof node !== "object") return node;
        return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, filled_deeply(value)]));
    };

    before(async () => {
        program = await start("serve");
        const said = await run("token", "create", "--role", "admin", "--data", program.data);
        token = said.trim().split("\n").at(-1);
    });
    after(() => program?.stop());

    for (const step of steps) {
        const which = step.example ? ` (${step.example})` : "";
        test(`${step.step}: ${step.method} ${step.route}${which} answers ${step.status}`, async () => {
            const path = step.route.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(filled(step.path[name])));
            const query = new URLSearchParams(
                Object.entries(step.query ?? {}).map(([name, value]) => [name, filled(value)]),
            );
            // Bodies are JSON, but for files, which are sent as they stand.
            const bodies = step.operation.requestBody?.content ?? {};
            const types = Object.keys(bodies);
            const body_type = types.find((type) => bodies[type].examples?.[step.example]) ?? types[0];
            const example = step.example && filled_deeply(bodies[body_type].examples[step.example].value);
            const headers = { Authorization: `Bearer ${token}`, "Accept-Language": "en", ...step.headers };
            if (example) headers["Content-Type"] = body_type;
            const answer = await fetch(`${program.url}${path}${query.size ? `?${query}` : ""}`, {
                method: step.method,
                headers,
                body: typeof example === "string" ? example : example && JSON.stringify(example),
            });
            const text = await answer.text();
            assert.equal(answer.status, step.status, text);
            if (answer.status === 204) return;
            const type = answer.headers.get("content-type").split(";")[0];
            const validate = validator(step, type);
            if (!type.includes("json")) return;
            const body = JSON.parse(text);
            assert.ok(validate(body), `${JSON.stringify(validate.errors, null, 1)}\n${text.slice(0, 3000)}`);
            if (step.code) assert.equal(body.code, step.code, text);
            for (const [name, pointer] of Object.entries(step.save ?? {})) {
                saved[name] = pointer
                    .split("/")
                    .slice(1)
                    .reduce((node, key) => node?.[key], body);
                assert.ok(saved[name] !== undefined, `${pointer} is not in the answer`);
            }
        });
    }
});
