// The sections of the settings, in the order people see them. A section is one line here and one component that is
// fetched when somebody opens it; its words belong into locales/*/settings.json, which is fetched with the frame.
import type { Component } from "svelte";
import type { Key } from "../lib/i18n.svelte";

export interface Section {
    /** The last part of the address: /shops/{shop}/settings/{id}. */
    id: string;
    group: Key;
    label: Key;
    /** Who may see it; without one, everybody. */
    right?: "settings" | "team";
    /** Takes the whole width: two things stand beside each other. */
    wide?: boolean;
    load: () => Promise<{ default: Component<{ shop: string }> }>;
}

export const sections: Section[] = [
    {
        id: "shop",
        group: "settings.group_shop",
        label: "settings.shop",
        right: "settings",
        load: () => import("./ShopSection.svelte"),
    },
    {
        id: "profile",
        group: "settings.group_shop",
        label: "settings.profile",
        right: "settings",
        load: () => import("./ProfileSection.svelte"),
    },
    {
        id: "states",
        group: "settings.group_shop",
        label: "settings.states",
        right: "settings",
        load: () => import("./StatesSection.svelte"),
    },
    {
        id: "labels",
        group: "settings.group_shop",
        label: "labels.title",
        right: "settings",
        load: () => import("./LabelsSection.svelte"),
    },
    {
        id: "payment-methods",
        group: "settings.group_money",
        label: "settings.methods",
        right: "settings",
        load: () => import("./MethodsSection.svelte"),
    },
    {
        id: "payment-services",
        group: "settings.group_money",
        label: "services.title",
        right: "settings",
        load: () => import("./PaymentServicesSection.svelte"),
    },
    {
        id: "bank",
        group: "settings.group_money",
        label: "settings.bank",
        right: "settings",
        load: () => import("./BankSection.svelte"),
    },
    {
        id: "number-ranges",
        group: "settings.group_money",
        label: "settings.ranges",
        right: "settings",
        load: () => import("./RangesSection.svelte"),
    },
    {
        id: "accounting",
        group: "settings.group_money",
        label: "books.settings",
        right: "settings",
        load: () => import("./AccountingSection.svelte"),
    },
    {
        id: "papers",
        group: "settings.group_money",
        label: "settings.papers",
        right: "settings",
        load: () => import("./PapersSection.svelte"),
    },
    {
        id: "templates",
        group: "settings.group_words",
        label: "templates.title",
        right: "settings",
        wide: true,
        load: () => import("./TemplatesSection.svelte"),
    },
    {
        id: "mail-health",
        group: "settings.group_words",
        label: "mail_health.title",
        right: "settings",
        load: () => import("./MailHealthSection.svelte"),
    },
    {
        id: "team",
        group: "settings.group_people",
        label: "team.title",
        right: "team",
        load: () => import("./TeamSection.svelte"),
    },
    {
        id: "tokens",
        group: "settings.group_people",
        label: "tokens.title",
        right: "team",
        load: () => import("./TokensSection.svelte"),
    },
    {
        id: "blocked",
        group: "settings.group_people",
        label: "blocked.title",
        right: "settings",
        load: () => import("./BlockedSection.svelte"),
    },
    {
        id: "personal-data",
        group: "settings.group_people",
        label: "people.settings",
        right: "settings",
        load: () => import("./PersonalDataSection.svelte"),
    },
    {
        id: "webhooks",
        group: "settings.group_people",
        label: "webhooks.title",
        right: "settings",
        wide: true,
        load: () => import("./WebhooksSection.svelte"),
    },
    {
        id: "audit",
        group: "settings.group_people",
        label: "audit.title",
        right: "team",
        wide: true,
        load: () => import("./AuditSection.svelte"),
    },
    {
        id: "account",
        group: "settings.group_you",
        label: "account.title",
        load: () => import("./AccountSection.svelte"),
    },
];

export function sections_for(may: (right: string) => boolean): Section[] {
    return sections.filter((section) => section.right === undefined || may(section.right));
}
