// What a command decided: the facts after it, what happened, and who is told. Made by pure functions, saved whole or
// not at all by the storage.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/actions.hpp"
#include "domain/calendar.hpp"
#include "domain/event.hpp"
#include "domain/notify.hpp"
#include "domain/order.hpp"
#include "domain/profile.hpp"
#include "domain/refusal.hpp"
#include "domain/staff_rule.hpp"

namespace commis::domain {

// Makes the next time-ordered id. Injected, because the domain knows neither clock nor chance.
using NewId = std::function<std::string()>;

// A mail of the order that left, as far as it can be sent once more.
struct KeptMail {
    MailKind kind = MailKind::order_placed;
    std::string recipient;
    bool is_copy = false;
};

// The account that a payment link asks for money for.
struct LinkAccount {
    std::string provider;
    std::string account;
};

// What a decision needs beside the order: the shop's rules, the moment, and who asks.
struct Context {
    const Profile& profile;
    std::vector<StaffRule> staff{};  // Who of the shop hears of what.
    std::int64_t now_ms = 0;
    Actor actor;
    Rights rights = Rights::all();
    EntryPoint entry = EntryPoint::button;
    NewId new_id{};
    Calendar calendar{};
    // What is free to promise of a SKU; nothing when nobody counts it.
    std::function<std::optional<std::int64_t>(std::string_view sku)> available{};
    // Seats left of a ticket's article, which nobody else can take until the decision is saved; nothing when nobody
    // counts them.
    std::function<std::optional<std::int64_t>(std::string_view sku)> seats_left{};
    // A mail of this order whose bytes are kept as they left; nothing for any other.
    std::function<std::optional<KeptMail>(std::string_view mail_id)> kept_mail{};
    // Does a transfer wait to be looked at that may be for the order? Then nobody is reminded of it by itself.
    std::function<bool(std::string_view order_id)> may_be_paid{};
    // Is the account that took a payment connected now (W-40)?
    std::function<bool(const Payment&)> provider_connected{};
    // Where buyers pay by a link now; nothing where no service is connected.
    std::function<std::optional<LinkAccount>()> link_account{};
    // What nobody can guess: letters, digits, "-" and "_".
    NewId new_token{};
    bool return_slips = false;  // Delivery notes of the shop have a slip to send goods back (C-35).
    // What the buyer shows at the counter: it stands on the buyer's page.
    std::function<std::string(const Order&)> pickup_code{};
    // Are there files to fetch for one of these articles?
    std::function<bool(const std::vector<std::string>& skus)> has_files{};
};

// Goods that entered or left the house. Reservations need no move: they are counted on the lines.
struct StockMove {
    std::string sku;
    std::int64_t quantity = 0;  // Positive: came in.
    friend bool operator==(const StockMove&, const StockMove&) = default;
};

struct Decision {
    Order order;
    std::vector<Event> events{};
    std::vector<MailIntent> mails{};
    std::optional<Refusal> warning{};       // Advice that went with it.
    NotifyRule notify = NotifyRule::never;  // The shop's rule that decided over the mail.
    std::vector<StockMove> stock_moves{};   // One a SKU at most, by SKU.
    // Events whose held mails are withdrawn, on record as `undone`.
    std::vector<std::int64_t> withdrawn_events{};
    std::string document_id{};   // Of a slip that was asked for: issued now, or there already.
    bool erases_people = false;  // Names, addresses, words of the order and of its mails go.
};

// Words that a person sends along with a change.
struct Telling {
    std::string note;            // Markdown; put in the mail and kept on the timeline.
    std::optional<bool> notify;  // Absent: as the shop's rule says.
};

// Starts a decision from the facts before: next version, updated now.
Decision begin(const Order& order, const Context& context);

// Appends an event to the timeline of the decision's order.
Event& record(Decision& decision, const Context& context, EventType type,
              std::vector<std::pair<std::string, std::string>> data, std::string note = {});

// Why no mail can leave to an address: there is none, or it is none.
Suppression fault_of(const std::string& address);

// Queues or suppresses one mail to the order's buyer, belonging to the latest recorded event.
void tell_buyer(Decision& decision, MailKind kind, Suppression suppression, std::int64_t due_at_ms);

// A mail that a person asked for, to the buyer or to the address named.
void tell(Decision& decision, MailKind kind, const std::string& to, const Context& context);

// Keeps back mails to buyers whose address mail comes back from; what was written to them then stays in the house. To
// be asked before copies are made: there is nothing to copy.
void withhold_returned(Decision& decision, const std::function<bool(std::string_view address)>& comes_back);

// Refuses by the action table, rights included.
std::optional<Error> refused(Action action, const Order& order, const Context& context);

// The longest note anybody may write.
inline constexpr std::size_t note_length_max = 20'000;

// A note's or other free text's fitness for storage: valid length and no NUL. Adds to `errors`.
void check_text(std::vector<FieldError>& errors, std::string field, const std::string& text, std::size_t length_max);

}  // namespace commis::domain
