// The carrier that was named last in this shop: a packer sends forty parcels with the same one in a row. It is
// forgotten with the browser's tab.
const key = (shop: string) => `commis.carrier.${shop}`;

export const last_carrier = (shop: string): string => sessionStorage.getItem(key(shop)) ?? "";

export function remember_carrier(shop: string, carrier: string) {
    if (carrier !== "") sessionStorage.setItem(key(shop), carrier);
}
