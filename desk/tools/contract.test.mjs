// Checks openapi/commis.yaml against what is made from it and against its own examples.
import { readFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { made_from_contract } from "./contract.mjs";

const contract = JSON.parse(await readFile(new URL("../../openapi/commis.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
ajv.addFormat("int64", { type: "number", validate: Number.isSafeInteger });
ajv.addSchema(contract, "contract");

// These are refused with 422 by a rule; their form is right.
const well_formed = [
    "unknown_profile",
    "nonsense",
    "nothing",
    "blocked",
    "nobody",
    "strange",
    "script",
    "doubled",
    "colour",
    "program",
    "as_proposed",
    "repeat",
    "short_password",
    "unknown_name",
    "unclosed",
    "yearless",
];

function examples() {
    const found = [];
    for (const [path, methods] of Object.entries(contract.paths))
        for (const [method, operation] of Object.entries(methods)) {
            const body = operation.requestBody?.content["application/json"];
            for (const [name, { value }] of Object.entries(body?.examples ?? {})) {
                const refused = operation["x-replay"]?.some((each) => each.example === name && each.status === 422);
                const good = !refused || well_formed.includes(name);
                found.push({ name: `${method} ${path} ${name}`, schema: body.schema.$ref, value, good });
            }
        }
    return found;
}

describe("the contract", () => {
    // All of it is made anew, for which a busy machine needs longer than the five seconds of a usual test.
    test("and what is made from it agree", { timeout: 60_000 }, async () => {
        for (const [file, text] of await made_from_contract())
            expect(await readFile(file, "utf8"), `${file}: run npm run contract`).toBe(text);
    });
    test.each(examples())("$name fits its schema as it should", ({ schema, value, good }) => {
        const validate = ajv.getSchema(`contract${schema}`);
        expect(validate?.(value), JSON.stringify(validate?.errors)).toBe(good);
    });
    test("each replay step stands once", () => {
        const steps = Object.values(contract.paths).flatMap((methods) =>
            Object.values(methods).flatMap((operation) => operation["x-replay"]?.map(({ step }) => step) ?? []),
        );
        expect(new Set(steps).size).toBe(steps.length);
    });
});
