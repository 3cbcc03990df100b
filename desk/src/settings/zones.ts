// The time zones that the browser knows, grouped by their first word as people look for them.
export interface ZoneGroup {
    name: string;
    zones: { id: string; label: string }[];
}

/** The zone a shop has is always among them, also under an older name. */
export function zone_groups(chosen: string): ZoneGroup[] {
    const ids = new Set([...Intl.supportedValuesOf("timeZone"), chosen]);
    const groups = new Map<string, ZoneGroup>();
    for (const id of [...ids].sort()) {
        const name = id.includes("/") ? id.slice(0, id.indexOf("/")) : "–";
        const group = groups.get(name) ?? { name, zones: [] };
        group.zones.push({ id, label: id.slice(id.indexOf("/") + 1).replaceAll("_", " ") });
        groups.set(name, group);
    }
    return [...groups.values()];
}
