// The calls that openapi/commis.yaml documents with x-replay, in order of their step: a whole shop's life, with what
// each answer gives to the later ones.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const contract = JSON.parse(
    await readFile(fileURLToPath(new URL("../../openapi/commis.json", import.meta.url)), "utf8"),
);

/** What a `$ref` leads to; anything else is itself. */
export const follow = (node) =>
    node?.$ref
        ? node.$ref
              .split("/")
              .slice(1)
              .reduce((at, key) => at[key], contract)
        : node;

export const steps = Object.entries(contract.paths)
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

/** One run through the steps: `saved` holds what the answers gave. */
export function new_replay() {
    const saved = {};
    const filled = (text) => String(text).replace(/^\{(\w+)\}$/, (whole, name) => saved[name] ?? whole);
    const filled_deeply = (node) => {
        if (typeof node === "string") return filled(node);
        if (Array.isArray(node)) return node.map(filled_deeply);
        if (node === null || typeof node !== "object") return node;
        return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, filled_deeply(value)]));
    };

    /** The call of a step; `path` may put other values into the address. */
    function call_of(step, values = {}) {
        const path = step.route.replace(/\{(\w+)\}/g, (_, name) =>
            encodeURIComponent(values[name] ?? filled(step.path[name])),
        );
        const query = new URLSearchParams(
            Object.entries(step.query ?? {}).map(([name, value]) => [name, filled(value)]),
        );
        // Bodies are JSON, but for files, which are sent as they stand.
        const bodies = step.operation.requestBody?.content ?? {};
        const types = Object.keys(bodies);
        const body_type = types.find((type) => bodies[type].examples?.[step.example]) ?? types[0];
        const example = step.example && filled_deeply(bodies[body_type].examples[step.example].value);
        const headers = { "Accept-Language": "en", ...step.headers };
        if (example) headers["Content-Type"] = body_type;
        return {
            method: step.method,
            path: `${path}${query.size ? `?${query}` : ""}`,
            headers,
            body: typeof example === "string" ? example : example && JSON.stringify(example),
        };
    }

    function keep(step, body) {
        for (const [name, pointer] of Object.entries(step.save ?? {})) {
            saved[name] = pointer
                .split("/")
                .slice(1)
                .reduce((node, key) => node?.[key], body);
            assert.ok(saved[name] !== undefined, `${pointer} is not in the answer`);
        }
    }

    return { saved, call_of, keep };
}
