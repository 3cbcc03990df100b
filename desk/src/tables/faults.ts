// A line that can't be read, in words.
import type { TableFault } from "../lib/api";
import { type Key, t } from "../lib/i18n.svelte";

export const fault_words = ({ row, column, code, cell }: TableFault): string =>
    t(`table.fault_${code}` as Key, { row, column, cell });
