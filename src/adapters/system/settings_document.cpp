// Two steps: the walker checks names and types, then what types can't say (ids, ranges, references) is checked here.
#include "adapters/system/settings_document.hpp"

#include <boost/describe.hpp>

#include "adapters/system/settings_checks.hpp"
#include "json/read.hpp"

namespace commis::domain {

BOOST_DESCRIBE_ENUM(Stage, new_, processing, on_hold, shipped, completed, cancelled)
BOOST_DESCRIBE_ENUM(MethodKind, gateway, offline, on_delivery, free)
BOOST_DESCRIBE_ENUM(NotifyRule, ask, confirm, always, order_switch, never)
BOOST_DESCRIBE_ENUM(InvoiceAt, order, payment, dispatch, manual)
BOOST_DESCRIBE_ENUM(CaptureAt, order, dispatch, handover, manual)
BOOST_DESCRIBE_ENUM(GuardNeed, nothing, secured, confirmed, paid, authorized)
BOOST_DESCRIBE_ENUM(GuardForce, warn, block)
BOOST_DESCRIBE_ENUM(ApplyChange, button, immediate)
BOOST_DESCRIBE_ENUM(ListAxis, payment, state, summary)
BOOST_DESCRIBE_ENUM(TaxRounding, document, line)
BOOST_DESCRIBE_ENUM(BankHolidays, none, target, swiss, danish)
BOOST_DESCRIBE_STRUCT(NotifySettings, (),
                      (order_placed, payment_change, payment_change_confirmed_only, state_button, state_list, cancel,
                       refund, removal))

}  // namespace commis::domain

namespace commis::json {

template <>
inline constexpr bool is_hyphenated<domain::NotifyRule> = true;
template <>
inline constexpr bool is_hyphenated<domain::MethodKind> = true;

}  // namespace commis::json

namespace commis::system {
namespace {

struct WordsBody {
    std::string en, fr, da, de;
    static constexpr auto defaulted_members = json::names("en", "fr", "da", "de");
};
BOOST_DESCRIBE_STRUCT(WordsBody, (), (en, fr, da, de))

struct StateBody {
    std::string id;
    domain::Stage stage = domain::Stage::new_;
    WordsBody label;
    std::string color = "grey";
    bool initial_only = false;
    bool published = true;
    std::vector<std::string> allowed_from;
    static constexpr auto defaulted_members = json::names("color", "initial_only", "published", "allowed_from");
};
BOOST_DESCRIBE_STRUCT(StateBody, (), (id, stage, label, color, initial_only, published, allowed_from))

struct DunningBody {
    std::int32_t day = 0;
    std::string action;
    bool automatic = false;
    static constexpr auto defaulted_members = json::names("automatic");
};
BOOST_DESCRIBE_STRUCT(DunningBody, (), (day, action, automatic))

struct MethodBody {
    domain::MethodKind kind = domain::MethodKind::offline;
    bool on = true;
    bool per_customer = false;
    WordsBody label;
    WordsBody instructions;
    std::optional<domain::InvoiceAt> invoice_at;
    std::vector<DunningBody> dunning;
    std::int32_t grace_days = 0;
    std::int32_t authorization_days = domain::PaymentMethod{}.authorization_days;
    static constexpr auto defaulted_members =
        json::names("on", "per_customer", "instructions", "dunning", "grace_days", "authorization_days");
};
BOOST_DESCRIBE_STRUCT(MethodBody, (),
                      (kind, on, per_customer, label, instructions, invoice_at, dunning, grace_days,
                       authorization_days))

struct ApplyBody {
    domain::ApplyChange button = domain::ApplyChange::button;
    domain::ApplyChange list = domain::ApplyChange::button;
};
BOOST_DESCRIBE_STRUCT(ApplyBody, (), (button, list))

struct ShipGuardBody {
    domain::GuardNeed needs = domain::GuardNeed::nothing;
    domain::GuardForce force = domain::GuardForce::warn;
};
BOOST_DESCRIBE_STRUCT(ShipGuardBody, (), (needs, force))

struct BankDaysBody {
    domain::BankHolidays holidays = domain::BankHolidays::target;
    std::vector<std::string> closed;
    static constexpr auto defaulted_members = json::names("holidays", "closed");
};
BOOST_DESCRIBE_STRUCT(BankDaysBody, (), (holidays, closed))

// An offline refund is noted or promised; a gateway has no part in it (W-42).
enum class OfflineRefund : std::uint8_t { recorded, initiated };
BOOST_DESCRIBE_ENUM(OfflineRefund, recorded, initiated)

struct SettingsBody {
    std::vector<StateBody> states;
    boost::json::object payment_methods;  // By id; an object in reading order, because the order is what people see.
    std::vector<domain::ListAxis> list_shows;
    std::vector<std::string> columns;
    std::map<std::string, WordsBody> payment_labels;
    std::map<std::string, WordsBody> summary_labels;
    std::map<std::string, WordsBody> action_labels;
    domain::NotifySettings notify;
    bool notify_on_state_default = true;
    ApplyBody apply;
    domain::InvoiceAt invoice_at = domain::InvoiceAt::manual;
    bool invoice_digital_at_payment = false;
    bool draft_invoice_at_order = false;
    bool pro_forma_until_payment = false;
    bool sends_invoice = false;
    domain::CaptureAt capture = domain::CaptureAt::manual;
    bool warns_capture_before_dispatch = false;
    ShipGuardBody ship_guard;
    OfflineRefund offline_refund = OfflineRefund::recorded;
    bool refund_cancels_units = false;
    bool cancel_is_final = false;
    bool refund_closes_access = true;
    bool refund_blocks_registration = false;
    bool tracks_stock = true;
    bool restock_default = true;
    bool restock_asks = true;
    bool cancelled_words_as_owed = false;
    bool uses_registration_matrix = false;
    std::int32_t withdrawal_days = 14;
    std::int32_t return_days = 30;
    std::int32_t download_limit = 10;
    std::int32_t download_days = 90;
    domain::TaxRounding tax_rounding = domain::TaxRounding::document;
    BankDaysBody bank_days;
    std::int64_t bank_tolerance = 0;
    std::int64_t hold_period_s = 0;
    std::int64_t abandoned_after_min = 0;
    static constexpr auto defaulted_members =
        json::names("bank_days", "bank_tolerance", "withdrawal_days", "return_days", "download_limit", "download_days");
};
BOOST_DESCRIBE_STRUCT(SettingsBody, (),
                      (states, payment_methods, list_shows, columns, payment_labels, summary_labels, action_labels,
                       notify, notify_on_state_default, apply, invoice_at, invoice_digital_at_payment,
                       draft_invoice_at_order, pro_forma_until_payment, sends_invoice, capture,
                       warns_capture_before_dispatch, ship_guard, offline_refund, refund_cancels_units, cancel_is_final,
                       refund_closes_access, refund_blocks_registration, tracks_stock, restock_default, restock_asks,
                       cancelled_words_as_owed, uses_registration_matrix, withdrawal_days, return_days, download_limit,
                       download_days, tax_rounding, bank_days, bank_tolerance, hold_period_s, abandoned_after_min))

// A shop may write one language only: then everybody reads that one.
domain::Words words_from(const WordsBody& body) {
    domain::Words words{body.en, body.fr, body.da, body.de};
    for (const std::string* other : {&body.fr, &body.da, &body.de}) {
        if (words.en.empty()) words.en = *other;
    }
    return words;
}

std::map<std::string, domain::Words> words_from(const std::map<std::string, WordsBody>& bodies) {
    std::map<std::string, domain::Words> words;
    for (const auto& [id, body] : bodies) words.emplace(id, words_from(body));
    return words;
}

domain::State state_from(const StateBody& body) {
    return {body.id,           body.stage,     words_from(body.label), body.color,
            body.initial_only, body.published, body.allowed_from};
}

std::vector<domain::PaymentMethod> methods_from(const boost::json::object& bodies, json::Findings& findings) {
    const json::Place root = json::Place::root();
    const json::Place place = root.member("payment_methods");
    std::vector<domain::PaymentMethod> methods;
    for (const auto& [name, value] : bodies) {
        MethodBody body;
        const std::string id(name);
        json::read_value(value, body, place.member(id), findings);
        domain::PaymentMethod method{id,
                                     body.kind,
                                     body.on,
                                     body.per_customer,
                                     words_from(body.label),
                                     words_from(body.instructions),
                                     body.invoice_at,
                                     {},
                                     body.grace_days,
                                     body.authorization_days};
        for (const DunningBody& step : body.dunning) method.dunning.push_back({step.day, step.action, step.automatic});
        methods.push_back(std::move(method));
    }
    return methods;
}

domain::BankDays bank_days_from(const BankDaysBody& body, json::Findings& findings) {
    const json::Place place = json::Place::root().member("bank_days").member("closed");
    domain::BankDays days{body.holidays, {}};
    if (body.closed.size() > 100) findings.add(place, "too_many", "At most 100 days.");
    for (std::size_t i = 0; i < body.closed.size(); ++i) {
        if (const auto day = domain::parse_day(body.closed[i])) {
            days.closed.push_back(*day);
        } else {
            findings.add(place.element(i), "invalid_date", "A day of the calendar such as 2026-12-24.");
        }
    }
    return days;
}

domain::Profile profile_from(const SettingsBody& body, json::Findings& findings) {
    domain::Profile profile;
    for (const StateBody& state : body.states) profile.states.push_back(state_from(state));
    profile.methods = methods_from(body.payment_methods, findings);
    profile.list_shows = body.list_shows;
    profile.columns = body.columns;
    profile.payment_labels = words_from(body.payment_labels);
    profile.summary_labels = words_from(body.summary_labels);
    profile.action_labels = words_from(body.action_labels);
    profile.notify = body.notify;
    profile.notify_on_state_default = body.notify_on_state_default;
    profile.apply_button = body.apply.button;
    profile.apply_list = body.apply.list;
    profile.invoice_at = body.invoice_at;
    profile.invoice_digital_at_payment = body.invoice_digital_at_payment;
    profile.draft_invoice_at_order = body.draft_invoice_at_order;
    profile.pro_forma_until_payment = body.pro_forma_until_payment;
    profile.sends_invoice = body.sends_invoice;
    profile.capture_at = body.capture;
    profile.warns_capture_before_dispatch = body.warns_capture_before_dispatch;
    profile.ship_needs = body.ship_guard.needs;
    profile.ship_guard = body.ship_guard.force;
    profile.offline_refund = body.offline_refund == OfflineRefund::initiated ? domain::RefundExecution::initiated
                                                                             : domain::RefundExecution::recorded;
    profile.refund_cancels_units = body.refund_cancels_units;
    profile.cancel_is_final = body.cancel_is_final;
    profile.refund_closes_access = body.refund_closes_access;
    profile.refund_blocks_registration = body.refund_blocks_registration;
    profile.tracks_stock = body.tracks_stock;
    profile.restock_default = body.restock_default;
    profile.restock_asks = body.restock_asks;
    profile.cancelled_words_as_owed = body.cancelled_words_as_owed;
    profile.uses_registration_matrix = body.uses_registration_matrix;
    profile.withdrawal_days = body.withdrawal_days;
    profile.return_days = body.return_days;
    profile.download_limit = body.download_limit;
    profile.download_days = body.download_days;
    profile.tax_rounding = body.tax_rounding;
    profile.bank_days = bank_days_from(body.bank_days, findings);
    profile.bank_tolerance_minor = body.bank_tolerance;
    profile.hold_period_ms = body.hold_period_s * 1'000;
    profile.abandoned_after_ms = body.abandoned_after_min * 60'000;
    return profile;
}

std::vector<domain::FieldError> below_settings(std::vector<json::FieldError> found) {
    std::vector<domain::FieldError> errors;
    for (json::FieldError& error : found) {
        errors.push_back({"/settings" + error.field, std::move(error.code), std::move(error.detail)});
    }
    return errors;
}

}  // namespace

std::expected<domain::Profile, std::vector<domain::FieldError>> read_settings(const boost::json::object& settings) {
    json::Findings findings;
    SettingsBody body;
    json::read_value(json::Value(settings), body, json::Place::root(), findings);
    check_range(body.withdrawal_days, 0, 3'650, "withdrawal_days", findings);
    check_range(body.return_days, 0, 3'650, "return_days", findings);
    check_range(body.download_limit, 0, 10'000, "download_limit", findings);
    check_range(body.download_days, 0, 3'650, "download_days", findings);
    check_range(body.hold_period_s, 0, 3'600, "hold_period_s", findings);
    check_range(body.bank_tolerance, 0, 100'000, "bank_tolerance", findings);
    check_range(body.abandoned_after_min, 1, 43'200, "abandoned_after_min", findings);
    if (!findings.empty()) return std::unexpected(below_settings(findings.take()));
    domain::Profile profile = profile_from(body, findings);
    check_profile(profile, findings);
    if (!findings.empty()) return std::unexpected(below_settings(findings.take()));
    return profile;
}

}  // namespace commis::system
