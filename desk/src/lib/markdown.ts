// What the note editor's buttons do to the text and its selection.
interface Edit {
    text: string;
    from: number;
    to: number;
}

/** Puts marks round the selection, or takes them away when they are there already. */
export function wrapped(text: string, from: number, to: number, mark: string): Edit {
    const size = mark.length;
    const has = text.slice(from - size, from) === mark && text.slice(to, to + size) === mark && from >= size;
    if (has)
        return {
            text: text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size),
            from: from - size,
            to: to - size,
        };
    return {
        text: `${text.slice(0, from)}${mark}${text.slice(from, to)}${mark}${text.slice(to)}`,
        from: from + size,
        to: to + size,
    };
}

/** Makes the selection a link and selects what is typed next: the address, or the words when that was selected. */
export function linked(text: string, from: number, to: number): Edit {
    const chosen = text.slice(from, to);
    const is_address = /^https?:\/\/\S+$/.test(chosen);
    const [words, address] = is_address ? ["", chosen] : [chosen, "https://"];
    const result = `${text.slice(0, from)}[${words}](${address})${text.slice(to)}`;
    if (is_address) return { text: result, from: from + 1, to: from + 1 };
    const start = from + words.length + 3;
    return { text: result, from: start, to: start + address.length };
}
