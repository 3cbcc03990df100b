// Draws the rows of the order list. They are many, each has many cells, and drawing them is most of what a list takes:
// so a row is no component but the copy of one that was made for the columns, and another page fills the rows that
// stand. The table listens for all of them.
import type { OrderRow } from "../lib/api";
import type { Column } from "../lib/columns";
import { t } from "../lib/i18n.svelte";
import { cell_moment, cell_sign, cell_words, ends_soon, type Reader } from "../lib/order_cells";
import { order_address } from "../lib/router.svelte";
import { drawings, type Sign } from "../lib/signs";
import "./order_rows.css";
import "./signs.css";

/** What all rows have in common. Another reader means other words. */
export interface Layout {
    columns: Column[];
    widths: Record<string, number>;
    reader: Reader;
}
export interface Marks {
    ticked: (row: OrderRow) => boolean;
    changed: ReadonlySet<string>;
    fresh: ReadonlySet<string>;
}

interface Drawn {
    line: HTMLTableRowElement;
    row?: OrderRow;
    reader?: Reader;
}
/** Fills the cell of one column. */
type Fill = (cell: HTMLElement, row: OrderRow, reader: Reader) => void;

const icon = (path: string, size: number, more: string) =>
    `<svg viewBox="0 0 24 24" width="${size}" height="${size}" ${more}><path d="${path}" /></svg>`;
const pencil = icon(
    "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32" +
        "a2 2 0 0 0 .83-.497zM15 5l4 4",
    13,
    `aria-hidden="true"`,
);
const dots = icon(
    "M12 11a1 1 0 1 0 0 2 1 1 0 1 0 0-2zM19 11a1 1 0 1 0 0 2 1 1 0 1 0 0-2zM5 11a1 1 0 1 0 0 2 1 1 0 1 0 0-2z",
    15,
    `aria-hidden="true"`,
);
const note = icon(
    "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16" +
        "a2 2 0 0 1 2 2zM7 11h10M7 15h6M7 7h8",
    13,
    `class="note" role="img"`,
);

/** Elements from text of our own; words of orders never pass through here. */
function made<E extends Element>(markup: string): E {
    const template = document.createElement("template");
    template.innerHTML = markup;
    return template.content.firstElementChild as E;
}

function say(element: HTMLElement, words: string) {
    const only = element.firstChild;
    if (!(only instanceof Text) || only.nextSibling) element.textContent = words;
    else if (only.data !== words) only.data = words;
}

const signs = new Map<string, SVGElement>();

/** A sign is made once for each shape and colour. */
function drawn_sign({ shape, tint, color }: Sign): Node {
    const key = `${shape} ${tint ?? color}`;
    const known = signs.get(key);
    if (known) return known.cloneNode(true);
    const { edge, inside } = drawings[shape];
    const sign = made<SVGElement>(
        `<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" class="sign ${shape}">` +
            `<path class="edge" d="${edge}" /><path class="inside" d="${inside}" /></svg>`,
    );
    if (tint) sign.classList.add(tint);
    else for (const name of ["fill", "stroke"]) sign.setAttribute(name, color ?? "");
    signs.set(key, sign);
    return sign.cloneNode(true);
}

function fill_number(cell: HTMLElement, row: OrderRow) {
    const link = cell.lastElementChild as HTMLAnchorElement;
    link.href = order_address(row.shop, row.id);
    say(link, row.number);
    if (row.unseen === (link.previousElementSibling !== null)) return;
    if (!row.unseen) return link.previousElementSibling?.remove();
    const dot = made<HTMLElement>(`<span class="unseen"><span class="hidden"></span></span>`);
    dot.title = t("list.unseen");
    say(dot.firstElementChild as HTMLElement, dot.title);
    link.before(dot);
}

function fill_buyer(cell: HTMLElement, row: OrderRow, reader: Reader) {
    cell.classList.toggle("strong", row.unseen);
    cell.textContent = cell_words({ id: "buyer" }, row, reader);
    if (!row.has_note) return;
    const sign = made<SVGElement>(note);
    sign.setAttribute("aria-label", t("list.has_note"));
    cell.append(sign);
}

function fill_of(column: Column): Fill {
    if (column.id === "number") return fill_number;
    if (column.id === "buyer") return fill_buyer;
    return (cell, row, reader) => {
        const words = cell_words(column, row, reader);
        const sign = cell_sign(column, row);
        if (sign) return cell.replaceChildren(drawn_sign(sign), words);
        const at = cell_moment(column, row);
        if (at === null) return say(cell, words);
        const time = document.createElement("time");
        time.dateTime = at;
        if (ends_soon(column, row)) time.className = "soon";
        time.textContent = words;
        cell.replaceChildren(time);
    };
}

const cell_of = (column: Column) =>
    column.id === "number"
        ? `<th scope="row" class="number-cell"><a data-row></a></th>`
        : `<td class="${column.id}${column.number ? " number" : ""}"></td>`;

/** A row for these columns, empty. */
const row_of = (columns: Column[]) =>
    made<HTMLTableRowElement>(
        `<tr><td class="tick"><input type="checkbox" /></td>${columns.map(cell_of).join("")}<td class="more">` +
            `<a tabindex="-1">${pencil}</a>` +
            `<button type="button" tabindex="-1" aria-haspopup="menu" aria-keyshortcuts=".">${dots}</button></td></tr>`,
    );

export class OrderRows {
    private drawn: Drawn[] = [];
    private pattern = row_of([]);
    private fills: Fill[] = [];
    private names = "";
    private widths: Record<string, number> = {};

    constructor(private body: HTMLElement) {}

    draw(rows: readonly OrderRow[], { columns, widths, reader }: Layout, marks: Marks) {
        const names = columns.map(({ id }) => id).join();
        const focused = names === this.names ? -1 : this.focused();
        if (names !== this.names) this.begin(columns, names);
        const added = document.createDocumentFragment();
        for (const { line } of this.drawn.splice(rows.length)) line.remove();
        for (const [index, row] of rows.entries()) {
            const drawn = this.drawn[index] ?? this.add(added, index, columns, widths);
            if (drawn.row !== row || drawn.reader !== reader) this.fill(drawn, row, reader);
            mark(drawn.line, row, marks);
        }
        this.body.append(added);
        if (widths !== this.widths) for (const { line } of this.drawn) widen(line, columns, widths);
        this.widths = widths;
        if (focused >= 0) this.drawn[focused]?.line.querySelector<HTMLElement>("a[data-row]")?.focus();
    }

    /** Other columns are other rows. */
    private begin(columns: Column[], names: string) {
        this.names = names;
        this.pattern = row_of(columns);
        this.fills = columns.map(fill_of);
        for (const { line } of this.drawn.splice(0)) line.remove();
    }
    private focused(): number {
        return this.drawn.findIndex(({ line }) => line.contains(document.activeElement));
    }
    private add(to: DocumentFragment, index: number, columns: Column[], widths: Record<string, number>): Drawn {
        const line = this.pattern.cloneNode(true) as HTMLTableRowElement;
        line.dataset.at = String(index);
        line.querySelector<HTMLElement>("a[data-row]")!.dataset.row = String(index);
        widen(line, columns, widths);
        to.append(line);
        const drawn: Drawn = { line };
        this.drawn.push(drawn);
        return drawn;
    }
    private fill(drawn: Drawn, row: OrderRow, reader: Reader) {
        const cells = drawn.line.children;
        for (const [at, fill] of this.fills.entries()) fill(cells[at + 1] as HTMLElement, row, reader);
        const { number } = row;
        cells[0]!.firstElementChild!.setAttribute("aria-label", t("list.select", { number }));
        const [link, button] = cells[cells.length - 1]!.children as unknown as [HTMLAnchorElement, HTMLElement];
        link.href = order_address(row.shop, row.id);
        link.title = t("list.open_order", { number });
        link.setAttribute("aria-label", link.title);
        button.setAttribute("aria-label", t("list.row_menu", { number }));
        button.title = `${t("menu.actions")} (.)`;
        drawn.row = row;
        drawn.reader = reader;
    }
}

function mark(line: HTMLTableRowElement, row: OrderRow, { ticked, changed, fresh }: Marks) {
    const is_ticked = ticked(row);
    line.className = [is_ticked && "ticked", changed.has(row.id) && "changed", fresh.has(row.id) && "fresh"]
        .filter(Boolean)
        .join(" ");
    (line.firstElementChild!.firstElementChild as HTMLInputElement).checked = is_ticked;
}

function widen(line: HTMLTableRowElement, columns: Column[], widths: Record<string, number>) {
    for (const [at, { id }] of columns.entries())
        (line.children[at + 1] as HTMLElement).style.maxWidth = widths[id] ? `${widths[id]}px` : "";
}
