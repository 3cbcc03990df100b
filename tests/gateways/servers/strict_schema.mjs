// A published contract as a judge of requests: which operation a request is, and what of it the contract does not know.
// Published schemas let unknown members through; here nothing passes that is not named.
import Ajv from "ajv/dist/2019.js";
import add_formats from "ajv-formats";

const methods = new Set(["get", "post", "put", "patch", "delete"]);

/** Closes every object that stands where a value is wanted; the parts of an allOf are closed together, from outside. */
function closed(schema, is_whole) {
    if (Array.isArray(schema)) return schema.map((each) => closed(each, is_whole));
    if (schema === null || typeof schema !== "object") return schema;
    const copy = { ...schema };
    for (const name of ["properties", "patternProperties"])
        if (copy[name])
            copy[name] = Object.fromEntries(Object.entries(copy[name]).map(([key, each]) => [key, closed(each, true)]));
    if (copy.items) copy.items = closed(copy.items, true);
    for (const name of ["allOf", "anyOf", "oneOf"]) if (copy[name]) copy[name] = closed(copy[name], false);
    const is_object = copy.type === "object" || copy.properties || copy.allOf || copy.anyOf || copy.oneOf || copy.$ref;
    if (is_whole && is_object) copy.unevaluatedProperties = false;
    delete copy.example;
    delete copy.nullable;
    delete copy.discriminator;
    return copy;
}

/** "a[b]=1&c[]=2" as {a: {b: "1"}, c: ["2"]}. */
export function form_members(text) {
    const root = {};
    for (const [name, value] of new URLSearchParams(text)) {
        const keys = name.split(/\[|\]\[?/).filter((key, index, all) => key !== "" || index < all.length - 1);
        let at = root;
        for (const [index, key] of keys.entries()) {
            const is_last = index === keys.length - 1;
            const next_is_list = keys[index + 1] === "";
            if (is_last && Array.isArray(at)) at.push(value);
            else if (is_last) at[key] = value;
            else if (next_is_list) {
                at[key] ??= [];
                at[key].push(value);
                break;
            } else {
                at[key] ??= {};
                at = at[key];
            }
        }
    }
    return root;
}

function pattern_of(path) {
    return new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "([^/]+)")}$`);
}

export class Contract {
    constructor(document) {
        this.document = document;
        this.ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true, validateFormats: true, logger: false });
        add_formats(this.ajv);
        const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, each]) => [
            name,
            closed(each, false),
        ]);
        this.components = { schemas: Object.fromEntries(schemas) };
        this.validators = new Map();
    }

    /** The operation, with the named path first where several fit. */
    operation(method, path) {
        const fitting = Object.keys(this.document.paths).filter((each) => pattern_of(each).test(path));
        fitting.sort((left, right) => left.split("{").length - right.split("{").length);
        for (const each of fitting) {
            const operation = this.document.paths[each][method];
            if (methods.has(method) && operation) return { name: `${method} ${each}`, operation };
        }
        return undefined;
    }

    validator(key, schema) {
        if (!this.validators.has(key))
            this.validators.set(key, this.ajv.compile({ ...schema, components: this.components }));
        return this.validators.get(key);
    }

    parameters(operation, where) {
        const resolved = (operation.parameters ?? []).map((each) =>
            each.$ref
                ? each.$ref
                      .split("/")
                      .slice(1)
                      .reduce((at, key) => at[key], this.document)
                : each,
        );
        return resolved.filter((each) => each.in === where);
    }

    /** What is wrong with a request, as sentences. */
    faults({ method, path, query, type, body }) {
        const found = this.operation(method, path);
        if (!found) return [`${method} ${path} is not in the contract`];
        const { name, operation } = found;
        const known = this.parameters(operation, "query");
        const asked = form_members(query);
        const query_schema = {
            type: "object",
            properties: Object.fromEntries(known.map((each) => [each.name, each.schema])),
            additionalProperties: false,
            required: known.filter((each) => each.required).map((each) => each.name),
        };
        const faults = this.problems(`${name} query`, query_schema, asked);
        const content = operation.requestBody?.content?.[type];
        if (body !== "" && !content) return [...faults, `${name}: a body of type "${type}" is not in the contract`];
        if (body === "" || !content) return faults;
        const members = type === "application/json" ? JSON.parse(body) : form_members(body);
        return [...faults, ...this.problems(`${name} body`, closed(content.schema, true), members)];
    }

    problems(name, schema, value) {
        const validate = this.validator(name, schema);
        if (validate(value)) return [];
        return validate.errors.map(
            (error) => `${name}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
        );
    }
}
