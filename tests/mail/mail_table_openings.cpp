// The cases of the mail table that open something: files to download, tickets.
#include "mail/mail_people.hpp"
#include "mail/mail_table.hpp"

namespace commis::tests {

using domain::LineKind;
using domain::MethodKind;

// Two files of an article, bought and paid for.
void MailTable::tell_of_downloads() {
    write([&](ports::UnitOfWork& work) {
        for (const auto& [id, name] : {std::pair{"F1", "Aurora (été).pdf"}, {"F2", "aurora.mp3"}}) {
            work.openings().add_file(
                {shop_.id, "A1" + shop_.handle, id, "EB-1", name, "application/pdf", 12'345'678, "", 0});
        }
    });
    domain::PlaceOrder wanted = basket(profile_ == "event-registration" ? "cheque" : method_of(MethodKind::offline));
    wanted.lines = {{"EB-1", "Aurora, E-Book", LineKind::digital, 1, 900, 0, "20", {}}};
    wanted.shipping = {};
    wanted.discount_minor = 0;
    const auto order = place(wanted);
    collect("downloads");
    act(order, "mark-paid", R"({"notify": false})");
    collect("");
}

// Two tickets, one of them for somebody else.
void MailTable::tell_of_tickets() {
    domain::PlaceOrder wanted = basket(profile_ == "event-registration" ? "cheque" : method_of(MethodKind::offline));
    wanted.lines = {{"PASS-1", "Forum Nord 2027", LineKind::ticket, 2, 4900, 0, "20", {{"Ada Byron", ""}}}};
    wanted.shipping = {};
    wanted.discount_minor = 0;
    const auto order = place(wanted);
    collect("tickets");
    act(order, "mark-paid", R"({"notify": false})");
    collect("");
}

}  // namespace commis::tests
