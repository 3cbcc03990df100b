// Makes openapi/commis.json (what the server serves) and src/api.d.ts (the desk's types) from openapi/commis.yaml. With
// --check nothing is written; it fails when one of them is out of date.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapi_typescript, { astToString } from "openapi-typescript";
import { parse } from "yaml";

const contract = new URL("../../openapi/commis.yaml", import.meta.url);

export async function made_from_contract() {
    const document = parse(await readFile(contract, "utf8"));
    const types = astToString(await openapi_typescript(document));
    const head = "// Made from openapi/commis.yaml by `npm run contract`; never edited by hand.\n\n";
    return new Map([
        [new URL("../../openapi/commis.json", import.meta.url), `${JSON.stringify(document, null, 1)}\n`],
        [new URL("../src/api.d.ts", import.meta.url), head + types],
    ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const check = process.argv.includes("--check");
    for (const [file, text] of await made_from_contract()) {
        if (!check) await writeFile(file, text);
        else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
            console.error(`${fileURLToPath(file)} is out of date: run npm run contract`);
            process.exitCode = 1;
        }
    }
}
