// Finding by what a person types: without accents and capitals, word by word, the better match first.
const letters: Record<string, string> = { æ: "ae", ø: "o", œ: "oe", ß: "ss", đ: "d", ł: "l" };

/** Words as they are compared: what Unicode takes apart loses its accent, the letters above have none to lose. */
export function fold(text: string): string {
    return text
        .toLowerCase()
        .replace(/[æøœßđł]/g, (letter) => letters[letter]!)
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/[’']/g, " ")
        .trim();
}

const words_of = (folded: string) => folded.split(/[^\p{L}\p{N}@.+]+/u).filter(Boolean);

/** How well one word that was typed fits: 3 begins the text, 2 begins a word, 1 stands within one, 0 not at all. */
function points_of(typed: string, text: string): number {
    if (text.startsWith(typed)) return 3;
    if (words_of(text).some((word) => word.startsWith(typed))) return 2;
    return typed.length >= 3 && text.includes(typed) ? 1 : 0;
}

// Two letters begin too many of the words that nobody sees.
const letters_min = 3;

/** 0 when a typed word is missing; else the higher the better. What is read counts more than what helps to find. */
export function score(query: string, name: string, also = ""): number {
    const typed = words_of(fold(query));
    const [title, more] = [fold(name), fold(also)];
    let sum = 0;
    for (const word of typed) {
        const best = Math.max(points_of(word, title) * 4, word.length < letters_min ? 0 : points_of(word, more) * 2);
        if (best === 0) return 0;
        sum += best;
    }
    return typed.length === 0 ? 0 : sum / typed.length + (title === fold(query) ? 8 : 0);
}

/** Those that fit, the best first; equals keep their order. */
export function found<T>(
    query: string,
    items: readonly T[],
    name: (item: T) => string,
    also?: (item: T) => string,
): T[] {
    return items
        .map((item) => ({ item, points: score(query, name(item), also?.(item)) }))
        .filter((each) => each.points > 0)
        .sort((a, b) => b.points - a.points)
        .map((each) => each.item);
}

/** A page's words without its marks, for searching and for a line of preview. */
export const plain = (html: string): string =>
    html
        .replace(/<[^>]+>/g, " ")
        .replace(/&quot;/g, "“")
        .replace(/&#39;/g, "’")
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&amp;/g, "&")
        .replace(/\s+/g, " ")
        .trim();
