// The note decision.
#include "domain/decisions/add_note.hpp"

namespace commis::domain {

Result<Decision> add_note(const Order& order, const AddNote& command, const Context& context) {
    if (const auto error = refused(Action::add_note, order, context)) return std::unexpected(*error);
    std::vector<FieldError> errors;
    if (command.text.empty()) errors.push_back({"/text", "required", "a note has words"});
    check_text(errors, "/text", command.text, note_length_max);
    if (!errors.empty()) return refuse_fields(std::move(errors));
    Decision decision = begin(order, context);
    Event& event = record(decision, context, EventType::note_added, {}, command.text);
    event.note_is_internal = !command.for_buyer;
    return decision;
}

}  // namespace commis::domain
