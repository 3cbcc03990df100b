// The bank's part of a shop's settings as it is typed, and what of it has to be sent.
import type { Shop } from "../lib/api";
import { decimal, parse_money } from "../lib/format";

export const holidays = ["none", "target", "swiss", "danish"] as const;

export interface BankForm {
    tolerance: string;
    holidays: (typeof holidays)[number];
    closed: string[];
}
type Stored = { bank_tolerance?: number; bank_days?: { holidays?: BankForm["holidays"]; closed?: string[] } };

export function bank_of(shop: Pick<Shop, "settings" | "currency_exponent">): BankForm {
    const { bank_tolerance = 0, bank_days = {} } = shop.settings as Stored;
    return {
        tolerance: decimal(bank_tolerance, shop.currency_exponent),
        holidays: bank_days.holidays ?? "target",
        closed: [...(bank_days.closed ?? [])],
    };
}

/** Only what differs; nothing where the amount can't be read. Days nobody filled in are left out. */
export function bank_patch(before: BankForm, typed: BankForm, exponent: number): Record<string, unknown> | undefined {
    const tolerance = parse_money(typed.tolerance.trim() || "0", exponent);
    if (tolerance === undefined || tolerance < 0) return undefined;
    const closed = typed.closed.filter((day) => day !== "");
    const patch: Record<string, unknown> = {};
    if (tolerance !== parse_money(before.tolerance, exponent)) patch.bank_tolerance = tolerance;
    const days: Record<string, unknown> = {};
    if (typed.holidays !== before.holidays) days.holidays = typed.holidays;
    if (JSON.stringify(closed) !== JSON.stringify(before.closed)) days.closed = closed;
    if (Object.keys(days).length > 0) patch.bank_days = days;
    return patch;
}
