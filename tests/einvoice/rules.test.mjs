// E-invoices against what is published about them: the schema of Factur-X, and the rules of EN 16931 for both syntaxes,
// which are made into stylesheets once and asked about every file.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { binary } from "../support/program.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const writer = join(dirname(binary), "tests/commis_einvoice_tests");
const shared = process.env.COMMIS_SHARED_DATA ?? join(here, "../../../shared/data");
const data = join(shared, "einvoice");

const needed = [modules, writer, data].find((path) => !existsSync(path));
const skip = needed ? `${needed} is not there` : false;

const xml_in = (folder) => readdirSync(folder).filter((name) => /\.xml$/i.test(name)).sort();
const read = (folder, name) => readFileSync(join(folder, name), "utf8");

/** A rule book that answers with the ids of the rules that a file breaks. */
async function rule_book(saxon, folder, syntax) {
    const processor = join(modules, "xslt3/xslt3.js");
    const quiet = { stdio: ["ignore", "pipe", "inherit"] };
    const xslt = (...words) => execFileSync(process.execPath, [processor, ...words], quiet);
    const rules = join(data, `en16931-rules/EN16931-${syntax.toUpperCase()}-validation-preprocessed.sch`);
    const stylesheet = join(folder, `${syntax}.xsl`);
    const compiled = join(folder, `${syntax}.sef.json`);
    xslt(`-xsl:${join(here, "schematron.xsl")}`, `-s:${rules}`, `-o:${stylesheet}`);
    xslt(`-xsl:${stylesheet}`, `-export:${compiled}`, "-nogo");
    const stylesheetInternal = JSON.parse(readFileSync(compiled, "utf8"));
    return (text) => {
        const answer = saxon.transform({ stylesheetInternal, sourceText: text, destination: "serialized" });
        const said = (answer.principalResult ?? "").split("\n");
        return said.filter((line) => line.startsWith("fatal ")).map((line) => line.slice("fatal ".length));
    };
}

// Sums and lines of both syntaxes. A rule binds each of them to the cent.
const bound = [
    /<cbc:PayableAmount [^>]*>([-\d.]+)</,
    /<cbc:TaxInclusiveAmount [^>]*>([-\d.]+)</,
    /<cbc:TaxExclusiveAmount [^>]*>([-\d.]+)</,
    /<cbc:LineExtensionAmount [^>]*>([-\d.]+)</,
    /Line>[^]*<cbc:LineExtensionAmount [^>]*>([-\d.]+)</,
    /<cac:TaxTotal>\s*<cbc:TaxAmount [^>]*>([-\d.]+)</,
    /<cac:TaxSubtotal>[^]*?<cbc:TaxAmount [^>]*>([-\d.]+)</,
    /<ram:DuePayableAmount>([-\d.]+)</,
    /<ram:GrandTotalAmount>([-\d.]+)</,
    /<ram:TaxBasisTotalAmount>([-\d.]+)</,
    /<ram:LineTotalAmount>([-\d.]+)</,
    /<ram:TaxTotalAmount [^>]*>([-\d.]+)</,
    /<ram:CalculatedAmount>([-\d.]+)</,
];

/** The file with another last digit in one amount. */
function changed(text, pattern) {
    const found = pattern.exec(text);
    if (!found) return undefined;
    const at = found.index + found[0].length - 2;
    const digit = (Number(text[at]) + 1) % 10;
    return text.slice(0, at) + digit + text.slice(at + 1);
}

describe("the rules of EN 16931", { skip }, () => {
    let folder;
    let files;
    let broken_by;

    before(async () => {
        const saxon = createRequire(import.meta.url)("saxon-js");
        folder = await mkdtemp(join(tmpdir(), "commis-einvoice-"));
        const written = join(folder, "files");
        const env = { ...process.env, COMMIS_EINVOICE_FOLDER: written };
        execFileSync(writer, ["--gtest_filter=EInvoice.*"], { env, stdio: ["ignore", "ignore", "inherit"] });
        files = xml_in(written).map((name) => ({ name, text: read(written, name) }));
        const [cii, ubl] = [await rule_book(saxon, folder, "cii"), await rule_book(saxon, folder, "ubl")];
        broken_by = (text) => (text.includes("CrossIndustryInvoice") ? cii(text) : ubl(text));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    test("find nothing in the published examples", () => {
        for (const group of ["en16931-cii", "en16931-ubl", "peppol-bis"]) {
            for (const name of xml_in(join(data, group))) {
                assert.deepEqual(broken_by(read(join(data, group), name)), [], name);
            }
        }
    });

    test("name the amount due of an example when a cent is changed there", () => {
        const ubl = read(join(data, "en16931-ubl"), "ubl-tc434-example3.xml");
        assert.deepEqual(broken_by(changed(ubl, bound[0])), ["BR-CO-16"]);
        const cii = read(join(data, "en16931-cii"), "CII_example3.xml");
        assert.deepEqual(broken_by(changed(cii, bound[7])), ["BR-CO-16"]);
    });

    test("find nothing in sixty papers, in each form that takes them, and in papers nobody thought of", () => {
        const samples = files.filter(({ name }) => !name.startsWith("generated-"));
        assert.equal(samples.filter(({ name }) => name.endsWith(".cii.xml")).length, 60);
        for (const form of ["xrechnung", "peppol"]) {
            assert.ok(samples.filter(({ name }) => name.endsWith(`.${form}.xml`)).length >= 40, form);
        }
        assert.ok(files.length > samples.length, "generated papers");
        for (const { name, text } of files) assert.deepEqual(broken_by(text), [], `${name}\n${text}`);
    });

    // Each file has one amount changed; together they go through all that are bound.
    test("find the one cent that was changed in each of the files", () => {
        let turn = 0;
        const used = new Set();
        for (const { name, text } of files) {
            const fitting = bound.filter((pattern) => pattern.test(text));
            const pattern = fitting[turn++ % fitting.length];
            used.add(pattern);
            assert.notDeepEqual(broken_by(changed(text, pattern)), [], `${name} ${pattern}`);
        }
        assert.equal(used.size, bound.length);
    });

    test("stand on the schema of Factur-X, which takes every file of its syntax and no other element", async () => {
        const schema = join(data, "facturx-xsd/en16931/Factur-X_EN16931.xsd");
        const validate = (...paths) =>
            execFileSync("xmllint", ["--noout", "--schema", schema, ...paths], { stdio: ["ignore", "ignore", "pipe"] });
        const cii = files.filter(({ name }) => name.endsWith(".cii.xml"));
        assert.ok(cii.length > 60);
        validate(...cii.map(({ name }) => join(folder, "files", name)));
        const wrong = join(folder, "wrong.xml");
        await writeFile(wrong, cii[0].text.replaceAll("ram:LineOne", "ram:LineZero"));
        assert.throws(() => validate(wrong), /LineZero/);
    });
});
