// Each kind of event has a sentence (`event.<type>`); what varies beside it follows in parts. A sentence that depends
// on one of its values has a variant of its own (`event.<type>.<value>`).
#include "http/event_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <sstream>
#include <utility>

#include "domain/event_value.hpp"
#include "http/order_words.hpp"

namespace commis::http {
namespace {

using Values = std::map<std::string, std::string>;

class EventWords {
public:
    EventWords(const OrderView& view, const domain::Order& order, const domain::Event& event)
        : view_{view}, order_{order}, event_{event}, type_{domain::id_of(event.type)} {}

    std::string text() const {
        Values values;
        for (const auto& [name, value] : event_.data) values[name] = value_text(name, value);
        if (const std::string* kind = find("kind"); kind != nullptr && event_.type == domain::EventType::mail_requested)
            values["mail"] = word(view_, "mail", *kind);
        std::string text = view_.services.words.text(view_.language, key(), values);
        for (const std::string& part : parts()) text += " · " + part;
        return text;
    }

private:
    const std::string* find(std::string_view name) const { return domain::find_value(event_, name); }

    bool says(std::string_view name, std::string_view wanted) const {
        const std::string* value = find(name);
        return value != nullptr && *value == wanted;
    }

    // Zero when absent: events of old are read like new ones.
    std::int64_t number(std::string_view name) const {
        const std::string* value = find(name);
        return value == nullptr ? 0 : number_in(*value);
    }

    static std::int64_t number_in(const std::string& text) {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    std::string money(std::int64_t amount_minor) const { return money_text(view_, amount_minor, order_.currency); }

    std::string key() const {
        const std::string key = "event." + type_;
        if (find("repeats") != nullptr) return key + ".again";
        if (event_.type == domain::EventType::provider_asked) return key + "." + *find("kind");
        if (event_.type == domain::EventType::provider_answered) {
            return key + "." + *find("kind") + "." + *find("result");
        }
        // A delivery note is about no amount.
        for (const char* name : {"execution", "access", "answer", "code", "source", "outcome", "kind"}) {
            const std::string* value = find(name);
            if (value != nullptr && view_.services.words.has(key + "." + *value)) return key + "." + *value;
        }
        return key;
    }

    // "buyer tags" as "buyer, tags" in the language of the answer.
    std::string names(const std::string& group, const std::string& ids) const {
        std::string names;
        std::istringstream each(ids);
        for (std::string id; each >> id;) {
            if (!names.empty()) names += ", ";
            names += word(view_, group, id);
        }
        return names;
    }

    std::string state_label(const std::string& id) const {
        const domain::State* state = view_.profile.find_state(id);
        return state != nullptr ? state->label.in(view_.language) : id;
    }

    // "Invoice R-1001"; a preview's document has no number yet.
    std::string document_text(const std::string& id) const {
        const auto document = std::ranges::find(order_.documents, id, &domain::Document::id);
        if (document != order_.documents.end()) {
            if (document->draft) return word(view_, "document_kind", "draft");
            const std::string kind = word(view_, "document_kind", std::string(domain::id_of(document->kind)));
            return document->number.empty() ? kind : kind + " " + document->number;
        }
        // Of a mail the event's kind is the mail's.
        const std::string* kind = find("kind");
        const bool is_issued = event_.type == domain::EventType::document_issued && kind != nullptr;
        return is_issued ? word(view_, "document_kind", *kind) : id;
    }

    std::string value_text(const std::string& name, const std::string& value) const {
        static constexpr std::array<std::string_view, 7> amounts{"amount", "total", "owed_back", "due",
                                                                 "before", "after", "difference"};
        static constexpr std::array<std::string_view, 3> states{"from", "to", "state"};
        if (std::ranges::find(amounts, name) != amounts.end()) return money(number_in(value));
        if (std::ranges::find(states, name) != states.end()) return state_label(value);
        if (name == "method" || name == "payment_method") return method_label(view_, value);
        if (name == "payment_status") return word(view_, "payment_status", value);
        if (name == "task") return word(view_, "task", value);
        if (name == "document") return document_text(value);
        if (name == "fields") {
            return names(event_.type == domain::EventType::parcel_corrected ? "parcel_field" : "order_field", value);
        }
        return value;
    }

    std::vector<std::string> parts() const {
        std::vector<std::string> parts;
        const auto add = [&](std::string part) {
            if (!part.empty()) parts.push_back(std::move(part));
        };
        add(line_names());
        add(ticket_names());
        add(moved_state());
        add(part_of_amount("capture"));
        add(part_of_amount("goodwill"));
        add(part_of_amount("owed_back"));
        if (event_.type == domain::EventType::order_revised) add(part_of_amount("due"));
        if (const std::string* reason = find("reason"); reason != nullptr && !reason->empty()) {
            const bool is_chargeback = event_.type == domain::EventType::chargeback_opened ||
                                       event_.type == domain::EventType::chargeback_decided;
            add(is_chargeback ? chargeback_text(view_, *reason) : decline_text(view_, *reason));
        }
        if (number("left") > 0) add(part("left", {{"count", *find("left")}}));
        if (const std::string* released = find("released"); released != nullptr && !released->empty()) {
            add(part("released", {}));
        }
        if (const std::string* restocked = find("restocked"); restocked != nullptr && view_.profile.tracks_stock) {
            const bool is_back = *restocked == "yes" || number_in(*restocked) > 0;
            add(part(is_back ? "restocked" : "not_restocked", {}));
        }
        return parts;
    }

    std::string part(const std::string& name, const Values& values) const {
        return view_.services.words.text(view_.language, "event_part." + name, values);
    }

    std::string part_of_amount(const std::string& name) const {
        const std::int64_t amount_minor = number(name);
        return amount_minor > 0 ? part(name, {{"amount", money(amount_minor)}}) : std::string();
    }

    // "id:2 id:1" as "2 × Mug, 1 × Lamp". A line that a revision took away has no name any more and is left out.
    std::string line_names() const {
        const std::string* ids = find("lines");
        if (ids == nullptr) return {};
        std::string names;
        std::istringstream each(*ids);
        for (std::string part; each >> part;) {
            const auto colon = part.rfind(':');
            const auto line = std::ranges::find(order_.lines, part.substr(0, colon), &domain::Line::id);
            if (line == order_.lines.end() || colon == std::string::npos) continue;
            if (!names.empty()) names += ", ";
            names += part.substr(colon + 1) + " × " + line->name;
        }
        return names;
    }

    // Whose tickets, and which downloads.
    std::string ticket_names() const {
        const std::string* ids = find("units");
        if (ids == nullptr) return {};
        std::string names;
        for (const domain::Line& line : order_.lines) {
            if (names_unit(*ids, line.id)) names += (names.empty() ? "" : ", ") + line.name;
            for (const domain::TicketUnit& unit : line.units) {
                if (!names_unit(*ids, unit.id)) continue;
                if (!names.empty()) names += ", ";
                names += !unit.attendee.name.empty()    ? unit.attendee.name
                         : !unit.attendee.email.empty() ? unit.attendee.email
                                                        : line.name;
            }
        }
        return names;
    }

    static bool names_unit(const std::string& ids, const std::string& wanted) {
        std::istringstream each(ids);
        for (std::string id; each >> id;) {
            if (id == wanted) return true;
        }
        return false;
    }

    // Where the event's own sentence is about something else, a move to another state follows it.
    std::string moved_state() const {
        using enum domain::EventType;
        const bool is_beside = event_.type == units_cancelled || event_.type == parcel_shipped;
        const std::string* from = find("from");
        const std::string* to = find("to");
        if (!is_beside || from == nullptr || to == nullptr || *from == *to) return {};
        return state_label(*from) + " → " + state_label(*to);
    }

    const OrderView& view_;
    const domain::Order& order_;
    const domain::Event& event_;
    const std::string type_;
};

}  // namespace

std::string event_text(const OrderView& view, const domain::Order& order, const domain::Event& event) {
    return EventWords{view, order, event}.text();
}

}  // namespace commis::http
