// The edit decision. The event names the fields that changed and never their values: those are personal data.
#include "domain/decisions/edit.hpp"

#include "domain/decisions/place_checks.hpp"
#include "domain/language.hpp"

namespace commis::domain {
namespace {

std::vector<FieldError> check(const Order& order, const EditOrder& command) {
    std::vector<FieldError> errors;
    if (command.buyer) check_buyer(errors, *command.buyer, !order.imported);
    if (command.billing_address) check_address(errors, "/billing_address", *command.billing_address);
    if (command.shipping_address && *command.shipping_address) {
        check_address(errors, "/shipping_address", **command.shipping_address);
    }
    if (command.note) check_text(errors, "/note", *command.note, note_length_max);
    if (command.promo_code) check_text(errors, "/promo_code", *command.promo_code, 100);
    if (command.assignee) check_text(errors, "/assignee", *command.assignee, 100);
    if (command.shipping_name) check_text(errors, "/shipping/name", *command.shipping_name, 500);
    if (command.external_id) check_text(errors, "/external_id", *command.external_id, 100);
    if (command.tags) check_tags(errors, *command.tags);
    if (command.language && !is_language(*command.language)) {
        errors.push_back({"/language", "unknown_language", "one of en, fr, da, de"});
    }
    return errors;
}

template <class T>
void apply(T& fact, const std::optional<T>& wanted, const char* name, std::string& changed) {
    if (!wanted || *wanted == fact) return;
    fact = *wanted;
    if (!changed.empty()) changed += ' ';
    changed += name;
}

}  // namespace

Result<Decision> edit_order(const Order& order, const EditOrder& command, const Context& context) {
    if (const auto error = refused(Action::edit, order, context)) return std::unexpected(*error);
    auto errors = check(order, command);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    Order& edited = decision.order;
    std::string changed;
    apply(edited.buyer, command.buyer, "buyer", changed);
    apply(edited.billing_address, command.billing_address, "billing_address", changed);
    apply(edited.shipping_address, command.shipping_address, "shipping_address", changed);
    apply(edited.note, command.note, "note", changed);
    apply(edited.promo_code, command.promo_code, "promo_code", changed);
    apply(edited.language, command.language, "language", changed);
    apply(edited.notify_on_state, command.notify_on_state, "notify_on_state", changed);
    apply(edited.tags, command.tags, "tags", changed);
    apply(edited.assignee, command.assignee, "assignee", changed);
    apply(edited.shipping.name, command.shipping_name, "shipping_name", changed);
    apply(edited.external_id, command.external_id, "external_id", changed);
    if (changed.empty()) return Decision{.order = order};
    record(decision, context, EventType::order_edited, {{"fields", changed}});
    return decision;
}

}  // namespace commis::domain
