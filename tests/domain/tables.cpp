#include "domain/tables.hpp"

#include <map>

#include "adapters/system/words.hpp"
#include "domain/actions.hpp"
#include "domain/next_step.hpp"
#include "domain/sample.hpp"

namespace commis::domain::tables {
namespace {

const system::WordCatalogue& words() {
    static const system::WordCatalogue shared;
    return shared;
}

std::string word(const std::string& group, std::string_view id) {
    return words().text("en", group + "." + std::string(id));
}

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string row(std::initializer_list<std::string> cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += " " + cell + " |";
    return line + "\n";
}

std::string head(std::initializer_list<std::string> cells) {
    std::string line = "|";
    for (std::size_t i = 0; i < cells.size(); ++i) line += "---|";
    return row(cells) + line + "\n";
}

std::string payment_section() {
    std::string page = "## Payment status\n\n" + head({"#", "status", "when", "in words"});
    int number = 0;
    for (const PaymentStatusRow& each : payment_status_rows()) {
        const std::string_view id = id_of(each.status);
        page += row({std::to_string(++number), code(id), std::string(each.when), word("payment_status", id)});
    }
    return page;
}

std::string summary_section() {
    std::string page = "## Summary\n\n" + head({"#", "status", "when", "in words"});
    int number = 0;
    for (const SummaryRow& each : summary_rows()) {
        const std::string_view id = id_of(each.status);
        page += row({std::to_string(++number), code(id), std::string(each.when), word("summary", id)});
    }
    return page;
}

std::string step_section() {
    std::string page = "## Next step and queue\n\n" + head({"#", "step", "queue", "action", "when", "in words"});
    int number = 0;
    for (const StepRow& each : step_rows()) {
        const std::string queue = each.queue == Queue::none ? "–" : code(id_of(each.queue));
        const auto action = action_of(each.step);
        page += row({std::to_string(++number), code(id_of(each.step)), queue, action ? code(id_of(*action)) : "–",
                     std::string(each.when), word("step", id_of(each.step))});
    }
    return page;
}

std::string reasons_of(std::span<const ActionRow> rows, Action action) {
    std::string reasons;
    for (const ActionRow& each : rows) {
        if (each.action == action) reasons += (reasons.empty() ? "" : ", ") + code(code_of(each.otherwise));
    }
    return reasons.empty() ? "–" : reasons;
}

std::string action_section() {
    std::string page =
        "## Actions\n\nThe reasons are asked from left to right; the first that applies answers. A missing right "
        "answers "
        "last, with `forbidden`.\n\n" +
        head({"action", "right", "refused with", "in event registration before that", "in words"});
    for (int i = 0; i < action_count; ++i) {
        const auto action = static_cast<Action>(i);
        page += row({code(id_of(action)), code(id_of(right_for(action))), reasons_of(action_rows(), action),
                     reasons_of(registration_rows(), action), word("action", id_of(action))});
    }
    return page;
}

// One made-up order for each column of W's first matrix.
std::string matrix_section() {
    struct Column {
        const char* name;
        bool paid;
        std::int32_t cancelled, refunded;
    };
    const Profile& profile = sample::profile("event-registration");
    std::map<std::string, Order> orders;
    for (const Column& each : {Column{"Unpaid", false, 0, 0}, Column{"Complete", true, 0, 0},
                               Column{"Refunded", true, 0, 1}, Column{"Cancelled", true, 1, 0}}) {
        Order order = sample::placed(sample::plain(LineKind::ticket, 1, "cheque"), profile);
        if (each.paid) sample::add_payment(order, AttemptStatus::captured, 1'000);
        if (each.refunded > 0) {
            sample::add_refund(order, 1'000, RefundExecution::recorded, RefundStatus::succeeded, true);
        }
        order.lines[0].cancelled = each.cancelled;
        order.lines[0].refunded = each.refunded;
        order.lines[0].left_minor = 1'000 * (each.cancelled + each.refunded);
        orders.emplace(each.name, std::move(order));
    }
    const auto cell = [&](Action action, const char* name) {
        return std::string(ask(action, standing_of(orders.at(name), profile)).allowed ? "●" : "–");
    };
    std::string page =
        "## Event registration, order by order\n\n" + head({"action", "Unpaid", "Complete", "Refunded", "Cancelled"});
    for (const Action action : {Action::mark_paid, Action::resend_confirmation, Action::view_ticket,
                                Action::view_receipt, Action::view_invoice, Action::refund, Action::cancel}) {
        page += row({code(id_of(action)), cell(action, "Unpaid"), cell(action, "Complete"), cell(action, "Refunded"),
                     cell(action, "Cancelled")});
    }
    return page;
}

std::string role_section() {
    std::string page = "## Rights\n\n" + head({"role", "rights"});
    for (const RoleRow& each : role_rows()) {
        std::string rights;
        for (const Right right : all_rights()) {
            if (each.rights.has(right)) rights += (rights.empty() ? "" : ", ") + code(id_of(right));
        }
        page += row({code(each.id), rights});
    }
    return page;
}

constexpr std::string_view notice =
    "Printed by `script/print-tables` from the tables of the program; a test keeps it true.\n";

}  // namespace

std::string states_page() {
    return "# What an order's facts mean\n\n" + std::string(notice) +
           "Each table is read from top to bottom: the first row that holds gives the answer.\n\n" + payment_section() +
           "\n" + summary_section() + "\n" + step_section() + "\n" + action_section() + "\n" + matrix_section() + "\n" +
           role_section();
}

std::string refusals_page() {
    std::string page =
        "# Refusals\n\n" + std::string(notice) +
        "A refusal is an answer, not an accident: a fixed number that is never reused, a stable code, a "
        "sentence in four languages.\nNumbers from 90 to 99 are advice: the action stays allowed and carries "
        "the code as its `warning`.\n\n" +
        head({"number", "code", "HTTP", "again later?", "English", "Français", "Dansk", "Deutsch"});
    for (const RefusalRow& each : refusal_rows()) {
        const std::string key = "refusal." + std::string(each.code);
        const bool is_advice = static_cast<int>(each.refusal) / 10 == 9;
        page +=
            row({std::to_string(static_cast<int>(each.refusal)), code(each.code),
                 is_advice ? "–" : std::to_string(each.http_status), each.is_transient ? "yes" : "no",
                 words().text("en", key), words().text("fr", key), words().text("da", key), words().text("de", key)});
    }
    return page;
}

}  // namespace commis::domain::tables
