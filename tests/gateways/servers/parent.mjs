// A server for a test ends when it is told to, and when the test that started it is gone, however that ended.

export function end_with_parent() {
    const parent = process.ppid;
    for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(0));
    setInterval(() => process.ppid === parent || process.exit(0), 500).unref();
}
