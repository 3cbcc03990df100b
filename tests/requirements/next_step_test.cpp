// The next step in words: what an order's money and work say together, to the letter, in the four languages that the
// desk gets them in. Twenty states of the money × four of the work.
#include <gtest/gtest.h>

#include <array>
#include <functional>

#include "adapters/system/format.hpp"
#include "adapters/system/words.hpp"
#include "requirements/desk.hpp"

namespace commis::domain::requirements {
namespace {

constexpr const char* shop = "neutral";

Desk attempt(AttemptStatus status, std::int64_t amount_minor = 2'000) {
    Desk desk(shop, goods("card"));
    sample::add_payment(desk.order, status, amount_minor, "stripe");
    return desk;
}
Desk held_until_december() {
    return Desk(shop, with_attempt(goods("card"), AttemptStatus::authorized, 1'764'720'000'000));
}
Desk marked(Mark mark) {
    Desk desk(shop, goods("bank-transfer"));
    desk.mark(mark);
    return desk;
}
Desk with_task(Task task) {
    Desk desk(shop, goods("bank-transfer"));
    desk.order.task = task;
    return desk;
}
Desk paid() {
    Desk desk(shop, goods("bank-transfer"));
    desk.pay();
    return desk;
}
Desk after(Desk desk, const std::function<void(Desk&)>& change) {
    change(desk);
    return desk;
}
Desk promised() {
    Profile profile = sample::profile(shop);
    profile.offline_refund = RefundExecution::initiated;
    Desk desk(profile, goods("bank-transfer"));
    desk.pay();
    desk.refund_amount(700);
    return desk;
}
Desk at_the_counter() {
    PlaceOrder command = goods("cash-on-pickup");
    command.shipping = {"pickup", "Shop", 0, "0", true};
    return Desk(shop, command);
}
Desk draft() {
    PlaceOrder command = goods("card");
    command.draft = true;
    return Desk(shop, command);
}

struct Row {
    const char* money;
    Desk desk;
    // Received, on hold, all sent, completed; each names a sentence below.
    std::array<const char*, 4> steps;
};

std::vector<Row> table() {
    // clang-format off
    return {
        {"a draft",               draft(),                                    {"draft", "draft", "draft", "draft"}},
        {"page open",             Desk(shop, goods("card")),                  {"none", "none", "none", "none"}},
        {"page left",             after(Desk(shop, goods("card")), [](Desk& d) { d.now_ms += day_ms; d.tick(); }),
                                                                              {"none", "none", "none", "none"}},
        {"transfer to come",      Desk(shop, goods("bank-transfer")),         {"wait", "hold", "wait", "wait"}},
        {"to be reminded",        with_task(Task::remind),                    {"remind", "hold", "remind", "remind"}},
        {"to be removed",         with_task(Task::remove),                    {"remove", "hold", "remove", "remove"}},
        {"marked failed",         marked(Mark::failed),                       {"stop", "hold", "ask", "stop"}},
        {"under review",          marked(Mark::review),                       {"check", "check", "check", "check"}},
        {"outcome unknown",       attempt(AttemptStatus::unknown),            {"check", "check", "check", "check"}},
        {"refused by the bank",   attempt(AttemptStatus::failed),             {"stop", "hold", "ask", "stop"}},
        {"hold ran out",          attempt(AttemptStatus::expired),            {"ask", "hold", "ask", "ask"}},
        {"hold released",         attempt(AttemptStatus::voided),             {"ask", "hold", "ask", "ask"}},
        {"held, no date",         attempt(AttemptStatus::authorized),         {"ship", "hold", "capture", "capture"}},
        {"held until a date",     held_until_december(),                      {"date", "hold", "capture", "capture"}},
        {"a part paid",           after(Desk(shop, goods("bank-transfer")), [](Desk& d) { d.pay(500); }),
                                                                              {"rest", "hold", "rest", "rest"}},
        {"paid",                  paid(),                                     {"ship", "hold", "finish", "none"}},
        {"free",                  Desk(shop, free_of_charge(goods("free"))),  {"ship", "hold", "finish", "none"}},
        {"cash at pick-up",       at_the_counter(),                           {"hand over", "hold", "cash", "cash"}},
        {"overpaid",              attempt(AttemptStatus::captured, 2'350),    {"350", "350", "350", "350"}},
        {"a refund promised",     promised(),                                 {"700", "700", "700", "700"}},
        {"cancelled and paid",    after(paid(), [](Desk& d) { d.cancel(); }), {"2000", "2000", "2000", "2000"}},
        {"cancelled, never paid", after(Desk(shop, goods("bank-transfer")), [](Desk& d) { d.cancel(); }),
                                                                              {"none", "none", "none", "none"}},
        {"one piece refunded",    after(paid(), [](Desk& d) { d.refund(pieces(d.order, 1)); }),
                                                                              {"ship", "hold", "finish", "none"}},
        {"all given back",        after(paid(), [](Desk& d) { d.refund(pieces(d.order, 2)); }),
                                                                              {"none", "none", "none", "none"}},
    };
    // clang-format on
}

Order at_work(Order order, std::size_t work) {
    static const std::array<const char*, 4> states{"received", "on_hold", "shipped", "completed"};
    order.state = states.at(work);
    Line& line = order.lines[0];
    if (work == 2 && line.active() > 0) line.shipped = line.active() + line.gone_shipped;
    return order;
}

struct Sentence {
    const char* step;
    const char *en, *fr, *da, *de;
};

const std::map<std::string, Sentence>& sentences() {
    static const std::map<std::string, Sentence> list{
        {"none", {"none", "", "", "", ""}},
        {"draft",
         {"finish_draft", "Finish and place the draft", "Compléter et passer la commande",
          "Gør kladden færdig, og bestil", "Entwurf fertigstellen und bestellen"}},
        {"wait",
         {"wait_for_payment", "Wait for payment of €20.00", "Attendre le paiement de 20,00\u00a0€",
          "Afvent betaling af 20,00\u00a0€", "Zahlung von 20,00\u00a0€ abwarten"}},
        {"hold",
         {"resolve_hold", "Resolve what holds it up", "Lever le blocage", "Løs det, der holder ordren tilbage",
          "Klären, worauf die Bestellung wartet"}},
        {"remind",
         {"remind", "Remind the buyer – €20.00 due", "Relancer l’acheteur – 20,00\u00a0€ à payer",
          "Ryk køberen – 20,00\u00a0€ mangler", "Käufer erinnern – 20,00\u00a0€ offen"}},
        {"remove",
         {"remove_unpaid", "Remove the unpaid order – €20.00 due", "Retirer la commande impayée – 20,00\u00a0€ à payer",
          "Fjern den ubetalte ordre – 20,00\u00a0€ mangler", "Unbezahlte Bestellung entfernen – 20,00\u00a0€ offen"}},
        {"stop",
         {"do_not_ship", "Do not ship – payment refused", "Ne pas expédier – paiement refusé",
          "Send ikke – betaling afvist", "Nicht versenden – Zahlung abgelehnt"}},
        {"check",
         {"check_provider", "Check with the payment provider", "Vérifier auprès du prestataire de paiement",
          "Tjek hos betalingsudbyderen", "Beim Zahlungsanbieter prüfen"}},
        {"ask",
         {"send_payment_link", "Ask for payment again – €20.00 due", "Redemander le paiement – 20,00\u00a0€ à payer",
          "Bed om betaling igen – 20,00\u00a0€ mangler", "Zahlung erneut anfordern – 20,00\u00a0€ offen"}},
        {"ship", {"ship", "Ship", "Expédier", "Send", "Versenden"}},
        {"capture",
         {"capture", "Capture €20.00", "Débiter 20,00\u00a0€", "Hæv 20,00\u00a0€", "20,00\u00a0€ einziehen"}},
        {"date",
         {"ship_before_expiry", "Ship – card reserved until 3 December 2025",
          "Expédier – carte autorisée jusqu’au 3 décembre 2025", "Send – kortet er reserveret til 3. december 2025",
          "Versenden – Karte reserviert bis 3. Dezember 2025"}},
        {"rest",
         {"collect_rest", "Collect €15.00", "Encaisser 15,00\u00a0€", "Opkræv 15,00\u00a0€",
          "15,00\u00a0€ einfordern"}},
        {"cash",
         {"collect_rest", "Collect €20.00", "Encaisser 20,00\u00a0€", "Opkræv 20,00\u00a0€",
          "20,00\u00a0€ einfordern"}},
        {"finish",
         {"finish", "Mark as completed", "Marquer comme terminée", "Markér som afsluttet",
          "Als abgeschlossen markieren"}},
        {"hand over",
         {"collect_on_pickup", "Hand over at pick-up", "Remettre lors du retrait", "Udlever ved afhentning",
          "Bei Abholung übergeben"}},
        {"350",
         {"give_back", "Give back €3.50", "Rembourser 3,50\u00a0€", "Tilbagebetal 3,50\u00a0€",
          "3,50\u00a0€ zurückzahlen"}},
        {"2000",
         {"give_back", "Give back €20.00", "Rembourser 20,00\u00a0€", "Tilbagebetal 20,00\u00a0€",
          "20,00\u00a0€ zurückzahlen"}},
        {"700",
         {"settle_promised_refund", "Pay the promised refund of €7.00", "Verser le remboursement promis de 7,00\u00a0€",
          "Udbetal den lovede refundering på 7,00\u00a0€", "Zugesagte Erstattung von 7,00\u00a0€ auszahlen"}},
    };
    return list;
}

// As the desk gets it (order_words.cpp): nothing where there is nothing to do.
std::string worded(const NextStep& next, const std::string& language) {
    static const system::WordCatalogue words;
    static const system::LanguageFormatter formatter;
    if (next.step == Step::none) return "";
    std::map<std::string, std::string> values;
    values["amount"] = formatter.money({next.amount_minor, *Currency::find("EUR")}, language);
    if (next.until_ms) values["date"] = formatter.date(*next.until_ms, "Europe/Paris", language);
    return words.text(language, "step." + std::string(id_of(next.step)), values);
}

TEST(NextStepWords, O27_each_combination_of_money_and_work_says_one_thing_in_four_languages) {
    std::size_t combinations = 0;
    std::set<std::string> used;
    for (const Row& row : table()) {
        for (std::size_t work = 0; work < row.steps.size(); ++work) {
            const NextStep next = next_step(standing_of(at_work(row.desk.order, work), row.desk.profile));
            const std::string at = std::string(row.money) + ", work " + std::to_string(work);
            const Sentence& wanted = sentences().at(row.steps.at(work));
            used.insert(row.steps.at(work));
            EXPECT_EQ(id_of(next.step), wanted.step) << at;
            EXPECT_EQ(worded(next, "en"), wanted.en) << at;
            EXPECT_EQ(worded(next, "fr"), wanted.fr) << at;
            EXPECT_EQ(worded(next, "da"), wanted.da) << at;
            EXPECT_EQ(worded(next, "de"), wanted.de) << at;
            ++combinations;
        }
    }
    EXPECT_GE(combinations, 60U);
    EXPECT_EQ(used.size(), sentences().size()) << "every sentence is said";
}

}  // namespace
}  // namespace commis::domain::requirements
