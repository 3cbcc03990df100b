// Why buyers take money back, by the codes that card services share; an acquirer's own words go beside them.
export const reasons = [
    "fraudulent",
    "product_not_received",
    "product_unacceptable",
    "duplicate",
    "credit_not_processed",
    "subscription_canceled",
    "unrecognized",
] as const;
