// Turns each icon of the icon library into a component whose drawing stands in its markup. The library's own component
// builds it from data, attribute by attribute; in a list with two icons a row that was a fifth of the time to draw it.
const icon_file = /@lucide[\\/]svelte[\\/]dist[\\/]icons[\\/][a-z0-9-]+\.svelte$/;

const attributes = (all) =>
    Object.entries(all)
        .map(([name, value]) => ` ${name}="${value}"`)
        .join("");

/** The component for an icon's data as the library keeps it; an error when the library keeps it differently. */
export function component_of(source, file) {
    const data = /const iconData = (\{.*\});\n/.exec(source)?.[1];
    if (!data) throw new Error(`${file}: no icon was found in it.`);
    const { node } = JSON.parse(data);
    const drawing = node.map(([tag, all]) => `<${tag}${attributes(all)} />`).join("");
    // Strings, because for any other value Svelte first looks through everything that the element can be set to.
    return `<script>
const own = $props();
</script>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width={String(own.strokeWidth ?? 2)} stroke-linecap="round" stroke-linejoin="round" width={String(own.size)} height={String(own.size)} class={own.class} role={own["aria-label"] && "img"} aria-label={own["aria-label"]} aria-hidden={own["aria-label"] ? undefined : "true"}>${drawing}</svg>
`;
}

export const icons = () => ({
    name: "icons",
    enforce: "pre",
    transform: {
        filter: { id: icon_file },
        handler: (source, file) => component_of(source, file),
    },
});
