// What of a form has to be sent: only the fields that differ from what was there.
export function changed_fields<T extends object>(before: T, after: T): Partial<T> | undefined {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T & string>;
    const changed = [...names].filter((name) => (before[name] ?? "") !== (after[name] ?? ""));
    if (changed.length === 0) return undefined;
    return Object.fromEntries(changed.map((name) => [name, after[name] ?? ""])) as Partial<T>;
}
