// What can wait until the page has time: after the paint and after whatever the person does.
const latest_ms = 500;

/** Returns what calls it off. */
export function when_idle(work: () => void): () => void {
    if (!("requestIdleCallback" in window)) {
        const timer = setTimeout(work, latest_ms / 10);
        return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(work, { timeout: latest_ms });
    return () => cancelIdleCallback(asked);
}
