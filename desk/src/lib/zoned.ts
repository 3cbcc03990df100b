// Moments as people of a place type them: days and hours of the shop's zone, whatever the zone of this browser.
const minute_ms = 60_000;

/** "2027-02-12T19:30", as a field for day and time wants it. */
export function zoned_input(iso: string, zone: string): string {
    const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    return parts.format(new Date(iso)).replace(" ", "T");
}

/** The moment at which clocks there show it; nothing for what is no day and time. */
export function moment_of(input: string, zone: string): string | undefined {
    const shown = Date.parse(`${input}Z`);
    if (Number.isNaN(shown)) return undefined;
    let at = shown;
    // The second look is for the days on which clocks are changed.
    for (let look = 0; look < 2; ++look) {
        at += shown - Date.parse(`${zoned_input(new Date(at).toISOString(), zone)}Z`);
    }
    return new Date(Math.floor(at / minute_ms) * minute_ms).toISOString();
}
