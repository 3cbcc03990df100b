import { createServer } from "node:net";

/** A port of loopback that nobody listens on just now. */
export function free_port() {
    return new Promise((found) => {
        const probe = createServer().listen(0, "127.0.0.1", () => {
            const { port } = probe.address();
            probe.close(() => found(port));
        });
    });
}
