// How near a deadline has to be to stand out.
const warned_ms = 3 * 24 * 3_600_000;

/** Three days before the end a bank wants its answer, or the day has passed already. */
export const is_pressing = (until: string, now = Date.now()): boolean => Date.parse(until) - now < warned_ms;
