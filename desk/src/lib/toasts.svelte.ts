// Short words at the edge of the page after something was done; they leave by themselves and are read out.
interface Toast {
    id: number;
    text: string;
}
let last = 0;
export const toasts = $state<{ list: Toast[] }>({ list: [] });

export function toast(text: string) {
    last += 1;
    const id = last;
    toasts.list = [...toasts.list.slice(-2), { id, text }];
    setTimeout(() => {
        toasts.list = toasts.list.filter((each) => each.id !== id);
    }, 6000);
}
