// Whether the command bar is open. It is fetched when it is wanted for the first time.
class Command {
    shown = $state(false);
    /** What stands in it when it opens. */
    typed = $state("");

    open(typed = "") {
        this.typed = typed;
        this.shown = true;
    }
}
export const command = new Command();
export const command_bar = () => import("../command/CommandBar.svelte");

/** Ctrl+K or Cmd+K, but not over a dialog, where it would lead away from what was typed. */
export function press_command_key(event: KeyboardEvent) {
    const is_it =
        event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!is_it || event.defaultPrevented || document.querySelector("dialog:modal")) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    command.open();
}
