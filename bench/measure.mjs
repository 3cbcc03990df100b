// What the measuring scripts share.
export const wait = (ms) => new Promise((done) => setTimeout(done, ms));
export const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Asks every 20 ms until told to stop; then answers the times it took, sorted. */
export function probe(ask) {
    const took = [];
    let is_over = false;
    const asked = (async () => {
        while (!is_over) {
            const began = performance.now();
            await ask();
            took.push(performance.now() - began);
            await wait(20);
        }
    })();
    return async () => {
        is_over = true;
        await asked;
        return took.sort((a, b) => a - b);
    };
}
