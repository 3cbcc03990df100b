// What happens to an unpaid order next, in words: one short sentence for its row.
import type { UnpaidOrder } from "../lib/api";
import { day } from "../lib/format";
import { type Key, t } from "../lib/i18n.svelte";

export interface NextWords {
    text: string;
    /** Somebody has to do something now. */
    pressing: boolean;
}

type Row = Pick<UnpaidOrder, "level" | "levels" | "task" | "may_be_paid" | "next_reminder" | "next_removal">;

export function next_words(row: Row, language: string, zone: string | undefined, now = Date.now()): NextWords[] {
    if (row.may_be_paid) return [{ text: t("unpaid.held_back"), pressing: true }];
    const words: NextWords[] = [];
    if (row.task === "remind") words.push({ text: t("unpaid.task_remind", { n: row.level + 1 }), pressing: true });
    if (row.task === "remove") words.push({ text: t("unpaid.task_remove"), pressing: true });
    const add = (next: UnpaidOrder["next_reminder"], auto: Key, asked: Key, n: number) => {
        if (!next) return;
        const when = Date.parse(next.at) <= now ? t("unpaid.next_run") : day(next.at, language, zone);
        words.push({ text: t(next.automatic ? auto : asked, { n, when }), pressing: false });
    };
    const pending = row.task === "remind" ? 2 : 1;
    add(row.next_reminder, "unpaid.reminder_auto", "unpaid.reminder_task", row.level + pending);
    add(row.next_removal, "unpaid.removal_auto", "unpaid.removal_task", 0);
    return words.length > 0 ? words : [{ text: t("unpaid.no_schedule"), pressing: false }];
}
