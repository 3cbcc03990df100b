// Who only lets people in: a role that may check in and read nothing. The desk is one screen to them.
import type { Session } from "./api";

/** The shop whose gate it is; nothing for everybody else. */
export function gate_only(session: Session | undefined): string | undefined {
    if (!session || session.administrator) return undefined;
    const rights = session.shops.map((shop) => shop.rights as string[]);
    if (rights.some((each) => !each.includes("check_in") || each.includes("read"))) return undefined;
    return session.shops[0]?.id;
}
