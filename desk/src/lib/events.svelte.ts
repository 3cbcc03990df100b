// The server's hints. One tab of a browser holds the stream and passes hints on to the others, because a browser allows
// only six connections to a host and seven open tabs would otherwise freeze the desk.
export interface OrderHint {
    shop: string;
    id: string;
    version: number;
}
export interface JobHint {
    shop: string;
    id: string;
    status: string;
    done: number;
    total: number | null;
}
type Hint = { kind: "order"; data: OrderHint } | { kind: "job"; data: JobHint } | { kind: "again" };

const listeners = new Set<(hint: Hint) => void>();
export const stream = $state({ lost: false });

function tell(hint: Hint) {
    for (const listener of listeners) listener(hint);
}

const reopen_after_ms = 15_000;

function open_stream(pass_on: (hint: Hint) => void): () => void {
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let was_lost = false;
    const hear = (hint: Hint) => {
        tell(hint);
        pass_on(hint);
    };
    const open = () => {
        source = new EventSource("/api/v1/events");
        source.onopen = () => {
            stream.lost = false;
            // Nothing is repeated after a break, so whoever shows something fetches it again.
            if (was_lost) hear({ kind: "again" });
            was_lost = false;
        };
        source.onerror = () => {
            was_lost = true;
            stream.lost = true;
            // The browser tries again by itself after a break, but gives up after an answer such as 503.
            if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopen_after_ms);
        };
        source.addEventListener("order", (event) => hear({ kind: "order", data: JSON.parse(event.data) as OrderHint }));
        source.addEventListener("job", (event) => hear({ kind: "job", data: JSON.parse(event.data) as JobHint }));
    };
    open();
    return () => {
        clearTimeout(timer);
        source.close();
    };
}

/** Listens until the returned function is called. Without locks (plain http on a network) each tab has its stream. */
export function start_stream(): () => void {
    if (!("locks" in navigator)) return open_stream(() => undefined);
    const channel = new BroadcastChannel("commis-events");
    channel.onmessage = (event: MessageEvent<Hint>) => tell(event.data);
    const stop = new AbortController();
    navigator.locks
        .request("commis-events", { signal: stop.signal }, () => {
            const close = open_stream((hint) => channel.postMessage(hint));
            return new Promise<void>((settle) => {
                stop.signal.addEventListener("abort", () => {
                    close();
                    settle();
                });
            });
        })
        .catch(() => undefined);
    return () => {
        stop.abort();
        channel.close();
    };
}

export function on_hint(listener: (hint: Hint) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}
