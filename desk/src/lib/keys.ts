// Single-key shortcuts. They can be switched off (WCAG 2.1.4) and never fire in a field, in a dialog, or with a
// modifier.
import { desk } from "./session.svelte";

export function is_shortcut(event: KeyboardEvent): boolean {
    if (!desk.shortcuts || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
    if (document.querySelector("dialog[open], :popover-open")) return false;
    const target = event.target as HTMLElement;
    if (target.isContentEditable || target.matches("textarea, select")) return false;
    return !(target.matches("input") && !target.matches("input[type=checkbox]"));
}
