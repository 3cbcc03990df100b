// Documents as rules of the sources ask for them: numbered in the transaction that issues them, never changed, proven.
#include "domain/decisions/documents.hpp"
#include "domain/decisions/cancel.hpp"
#include "domain/decisions/edit.hpp"
#include "domain/decisions/mark_paid.hpp"
#include "domain/decisions/refund.hpp"
#include "domain/decisions/ship.hpp"
#include "domain/decisions/slips.hpp"
#include "domain/document_parts.hpp"
#include "features/documents/files.hpp"
#include "features/documents/paper_json.hpp"
#include "features/documents/print.hpp"
#include "features/documents/prove.hpp"
#include "gtest/gtest.h"
#include "json/time.hpp"
#include "requirements/world.hpp"

namespace commis::domain::requirements {
namespace {

PlaceOrder mugs(std::string method = "bank-transfer") {
    PlaceOrder command = sample::example();
    command.external_id.clear();
    command.payment_method = std::move(method);
    return command;
}

orders::Decide invoice_now() {
    return [](const Order& order, const Context& context) { return domain::invoice(order, {}, context); };
}

const Document& latest(const Order& order, DocumentKind kind) {
    const auto at = std::ranges::find(order.documents.rbegin(), order.documents.rend(), kind, &Document::kind);
    if (at == order.documents.rend()) throw std::runtime_error("no such document");
    return *at;
}

Paper paper_of(World& world, const Document& document) {
    Result<Paper> paper;
    world.services.storage.read(
        [&](ports::Snapshot& snapshot) { paper = documents::issued_paper(snapshot, world.shop.id, document.id); });
    return paper.value();
}

documents::SeriesProof prove(World& world, DocumentKind kind) {
    documents::SeriesProof proof;
    world.services.storage.read([&](ports::Snapshot& snapshot) {
        proof = documents::prove_series(snapshot, world.services, world.shop.id, kind);
    });
    return proof;
}

TEST(Documents, W52_invoice_and_receipt_are_viewed_and_say_what_the_order_says) {
    World world("neutral");
    Order order = world.place(mugs());
    ASSERT_EQ(world.act(order.id, invoice_now()), "taken");
    order = world.order(order.id);
    const Paper paper = paper_of(world, latest(order, DocumentKind::invoice));
    const ContentTotals totals = content_totals(order);
    EXPECT_EQ(paper.number, "INV-00001");
    EXPECT_EQ(paper.total_minor, totals.total_minor);
    EXPECT_EQ(paper.tax_minor, totals.tax_minor);
    EXPECT_EQ(paper.net_minor + paper.tax_minor, paper.total_minor);
    EXPECT_EQ(paper.due_minor, totals.total_minor);
    ASSERT_EQ(paper.lines.size(), 2U);
    EXPECT_EQ(paper.lines[0].quantity, 3);
    EXPECT_EQ(paper.lines[0].total_minor(), order.lines[0].total_minor);
    EXPECT_EQ(paper.lines[0].discount_minor, order.lines[0].discount_minor);
    EXPECT_EQ(paper.lines[1].details, (std::vector<std::string>{"A. One", "B. Two"}));
    ASSERT_TRUE(paper.shipping);
    EXPECT_EQ(paper.shipping->total_minor(), order.shipping.total_minor);
    EXPECT_EQ(world.act(order.id, receipt), "nothing_captured");
    world.act(order.id, [](const Order& o, const Context& c) { return mark_paid(o, {}, c); });
    EXPECT_EQ(world.act(order.id, receipt), "taken");
    const Paper paid = paper_of(world, latest(world.order(order.id), DocumentKind::receipt));
    EXPECT_EQ(paid.number, "RC-00001");
    EXPECT_EQ(paid.paid_minor, totals.total_minor);
    ASSERT_EQ(paid.payments.size(), 1U);
    EXPECT_EQ(paid.payments[0].amount_minor, totals.total_minor);
    const std::int64_t version = world.order(order.id).version;
    EXPECT_EQ(world.act(order.id, receipt), "taken");
    EXPECT_EQ(world.order(order.id).version, version) << "the receipt that is there answers";
}

TEST(Documents, D21_credit_notes_add_up_to_their_invoice_at_every_rate) {
    World world("neutral");
    Order order = world.place(mugs());
    world.act(order.id, invoice_now());
    world.act(order.id, [](const Order& o, const Context& c) { return mark_paid(o, {}, c); });
    order = world.order(order.id);
    const std::string line = order.lines[0].id;
    RefundOrder goodwill;
    goodwill.amount_minor = 701;
    EXPECT_EQ(world.act(order.id, [&](const Order& o, const Context& c) { return refund(o, goodwill, c); }), "taken");
    for (int unit = 0; unit < 3; ++unit) {
        Cancel one;
        one.choice.lines = {{line, 1}};
        EXPECT_EQ(world.act(order.id, [&](const Order& o, const Context& c) { return cancel(o, one, c); }), "taken");
    }
    EXPECT_EQ(world.act(order.id, [](const Order& o, const Context& c) { return cancel(o, {}, c); }), "taken");
    order = world.order(order.id);
    const Document invoice = latest(order, DocumentKind::invoice);
    std::int64_t amount_minor = 0;
    std::int64_t tax_minor = 0;
    std::map<TaxRate, std::int64_t> taxes;
    for (const PaperTax& tax : paper_of(world, invoice).taxes) taxes[tax.rate] += tax.tax_minor;
    int notes = 0;
    for (const Document& document : order.documents) {
        if (document.kind != DocumentKind::credit_note) continue;
        const Paper paper = paper_of(world, document);
        EXPECT_EQ(paper.total_minor, document.amount_minor);
        EXPECT_EQ(paper.tax_minor, document.tax_minor);
        EXPECT_EQ(paper.refers_to_number, invoice.number);
        for (const PaperTax& tax : paper.taxes) taxes[tax.rate] -= tax.tax_minor;
        amount_minor += document.amount_minor;
        tax_minor += document.tax_minor;
        ++notes;
    }
    EXPECT_EQ(notes, 5);
    EXPECT_EQ(amount_minor, invoice.amount_minor);
    EXPECT_EQ(tax_minor, invoice.tax_minor);
    for (const auto& [rate, left_minor] : taxes) EXPECT_EQ(left_minor, 0) << rate.to_string();
    EXPECT_EQ(prove(world, DocumentKind::credit_note).fault_count, 0);
}

TEST(Documents, AnInvoiceAsksForNothingThatTheShopGaveUpBefore) {
    World world("neutral");
    const Order order = world.place(mugs());
    world.act(order.id, [](const Order& o, const Context& c) { return mark_paid(o, {}, c); });
    RefundOrder goodwill;
    goodwill.amount_minor = 1'000;
    ASSERT_EQ(world.act(order.id, [&](const Order& o, const Context& c) { return refund(o, goodwill, c); }), "taken");
    world.act(order.id, invoice_now());
    const Paper paper = paper_of(world, latest(world.order(order.id), DocumentKind::invoice));
    EXPECT_EQ(paper.due_minor, 0);
    EXPECT_TRUE(paper.due_on.empty());
    EXPECT_EQ(paper.paid_minor, paper.total_minor);
}

TEST(Documents, A10_a_correction_is_a_credit_note_and_a_new_invoice_in_one_step) {
    World world("neutral");
    Order order = world.place(mugs());
    EXPECT_EQ(world.act(order.id, [](const Order& o, const Context& c) { return correct_invoice(o, {}, c); }),
              "not_invoiced");
    world.act(order.id, invoice_now());
    const Paper before = paper_of(world, latest(world.order(order.id), DocumentKind::invoice));
    EditOrder edit;
    edit.buyer = order.buyer;
    edit.buyer->name = "Zoé Martin";
    edit.buyer->reference = "Cost centre 7";
    world.act(order.id, [&](const Order& o, const Context& c) { return edit_order(o, edit, c); });
    EXPECT_EQ(paper_of(world, latest(world.order(order.id), DocumentKind::invoice)), before)
        << "an issued document never changes";
    EXPECT_EQ(world.act(order.id, [](const Order& o, const Context& c) { return correct_invoice(o, {"typo"}, c); }),
              "taken");
    order = world.order(order.id);
    ASSERT_EQ(order.documents.size(), 3U);
    EXPECT_EQ(order.documents[1].kind, DocumentKind::credit_note);
    EXPECT_EQ(order.documents[1].amount_minor, order.documents[0].amount_minor);
    const Paper after = paper_of(world, latest(order, DocumentKind::invoice));
    EXPECT_EQ(after.number, "INV-00002");
    EXPECT_EQ(after.buyer.name, "Zoé Martin");
    EXPECT_EQ(after.buyer_reference, "Cost centre 7");
    EXPECT_EQ(after.total_minor, before.total_minor);
    EXPECT_TRUE(order.is_invoiced());
}

TEST(Documents, C21_C35_a_delivery_note_is_made_once_and_again_when_the_address_changed) {
    World world("swiss-shop");
    Order order = world.place(mugs("prepayment"));
    const auto ask = [](const Order& o, const Context& c) { return delivery_note(o, {}, c); };
    EXPECT_EQ(world.act(order.id, ask), "taken");
    EXPECT_EQ(world.act(order.id, ask), "taken");
    order = world.order(order.id);
    const auto notes = [&] {
        return std::ranges::count(world.order(order.id).documents, DocumentKind::delivery_note, &Document::kind);
    };
    EXPECT_EQ(notes(), 1);
    const Paper paper = paper_of(world, latest(order, DocumentKind::delivery_note));
    EXPECT_EQ(paper.number, "DN-00001");
    ASSERT_EQ(paper.lines.size(), 1U) << "goods alone: tickets travel by mail";
    EXPECT_EQ(paper.lines[0].quantity, 3);
    EXPECT_FALSE(paper.return_slip);
    EditOrder edit;
    edit.shipping_address = order.billing_address;
    edit.shipping_address.value()->line1 = "Quai 5";
    world.act(order.id, [&](const Order& o, const Context& c) { return edit_order(o, edit, c); });
    EXPECT_EQ(world.act(order.id, ask), "taken");
    EXPECT_EQ(notes(), 2) << "the old note would send the parcel to the old address";
    EXPECT_EQ(world.act(order.id,
                        [](const Order& o, const Context& c) {
                            return delivery_note(o, {"", true}, c);
                        }),
              "taken");
    EXPECT_TRUE(paper_of(world, latest(world.order(order.id), DocumentKind::delivery_note)).return_slip);
    EXPECT_EQ(world.act(order.id,
                        [](const Order& o, const Context& c) {
                            return delivery_note(o, {"none", {}}, c);
                        }),
              "/shipment unknown_shipment");
}

TEST(Documents, C23_a_delivery_note_names_its_invoice_if_there_is_one) {
    World world("neutral");
    const auto ask = [](const Order& o, const Context& c) { return delivery_note(o, {}, c); };
    const std::string without = world.place(mugs()).id;
    EXPECT_EQ(world.act(without, ask), "taken");
    EXPECT_EQ(paper_of(world, latest(world.order(without), DocumentKind::delivery_note)).refers_to_number, "");
    const std::string with = world.place(mugs()).id;
    world.act(with, invoice_now());
    EXPECT_EQ(world.act(with, ask), "taken");
    EXPECT_EQ(paper_of(world, latest(world.order(with), DocumentKind::delivery_note)).refers_to_number, "INV-00001");
}

TEST(Documents, C24_the_address_stands_in_the_window_of_the_country) {
    World world("swiss-shop");
    const Order order = world.place(mugs("prepayment"));
    const auto form = [&] {
        return documents::order_form({world.services, world.shop, *world.profile(), order}, world.clock.at_ms);
    };
    EXPECT_FALSE(form().look.window_right);
    world.shop.legal_address.country = "CH";
    EXPECT_TRUE(form().look.window_right);
    world.shop.papers.window = EnvelopeWindow::left;
    EXPECT_FALSE(form().look.window_right) << "as the shop says";
}

TEST(Documents, C12_what_is_due_by_transfer_stands_on_the_invoice_with_its_reference) {
    World world("swiss-shop");
    world.shop.legal_name = "Atelier";
    world.shop.legal_address = {"", "", "Rue 1", "", "1200", "Genève", "", "CH"};
    world.shop.bank_accounts = {{"CH4431999123000889012", "", ""}};
    const Order order = world.place(mugs("prepayment"));
    Document bill{.kind = DocumentKind::invoice, .issued_at_ms = world.clock.at_ms};
    bill.parts = parts_to_invoice(order);
    const Paper paper = documents::make_paper({world.services, world.shop, *world.profile(), order}, bill);
    ASSERT_TRUE(paper.transfer);
    EXPECT_EQ(paper.transfer->amount_minor, paper.due_minor);
    EXPECT_EQ(paper.transfer->reference_kind, "qrr");
    EXPECT_EQ(paper.transfer->standard, QrStandard::swiss);
    EXPECT_NE(paper.transfer->payload.find("CH4431999123000889012"), std::string::npos);
    EXPECT_EQ(paper.due_on, documents::day_text(world.services, world.shop, world.clock.at_ms, 14));
}

TEST(Documents, O06_the_order_form_says_what_is_ordered_now) {
    World world("web-shop");
    Order order = world.place(mugs());
    Cancel one;
    one.choice.lines = {{order.lines[0].id, 1}};
    world.act(order.id, [&](const Order& o, const Context& c) { return cancel(o, one, c); });
    order = world.order(order.id);
    const Paper form = documents::order_form({world.services, world.shop, *world.profile(), order}, world.clock.at_ms);
    EXPECT_TRUE(form.number.empty());
    EXPECT_EQ(form.order_number, order.number);
    EXPECT_EQ(form.lines[0].quantity, 2);
    EXPECT_EQ(form.total_minor, content_totals(order).total_minor - content_totals(order).cancelled_minor);
    EXPECT_TRUE(order.documents.empty()) << "a form is issued nowhere";
}

TEST(Documents, D19_an_invoice_is_sent_to_the_buyer_by_hand_and_by_itself) {
    World world("web-shop");
    Order order = world.place(mugs());
    EXPECT_EQ(world.act(order.id, [](const Order& o, const Context& c) { return send_document(o, {}, c); }),
              "no_document");
    world.act(order.id, [](const Order& o, const Context& c) { return invoice(o, {.send = true}, c); });
    const auto sent = [&] {
        return std::ranges::count(world.mails(order.id), MailKind::document_sent, &ports::MailRow::kind);
    };
    EXPECT_EQ(sent(), 1);
    EXPECT_EQ(world.act(order.id,
                        [](const Order& o, const Context& c) {
                            return send_document(o, {.to = "books@example.org", .note = "As you asked"}, c);
                        }),
              "taken");
    EXPECT_EQ(sent(), 2);
    EXPECT_EQ(world.act(order.id,
                        [](const Order& o, const Context& c) {
                            return send_document(o, {.document_id = "none", .to = "nobody"}, c);
                        }),
              "/document unknown_document, /to invalid_email");
}

TEST(Documents, X15_a_draft_has_no_number_and_locks_nothing) {
    World world("neutral");
    const Order order = world.place(mugs());
    const auto draft = [](const Order& o, const Context& c) { return invoice(o, {.draft = true}, c); };
    EXPECT_EQ(world.act(order.id, draft), "taken");
    EXPECT_EQ(world.act(order.id, draft), "already_drafted");
    EXPECT_FALSE(world.order(order.id).is_invoiced());
    EXPECT_EQ(prove(world, DocumentKind::invoice).checked, 0);
    world.act(order.id, invoice_now());
    EXPECT_EQ(world.order(order.id).documents.size(), 1U) << "the invoice took the draft's place";
}

TEST(Documents, A15_X06_order_numbers_are_whole_with_those_that_were_removed) {
    World world("neutral");
    std::vector<Order> placed;
    for (int i = 0; i < 4; ++i) placed.push_back(world.place(mugs()));
    EXPECT_EQ(world.bulk(Action::delete_, "{}", placed[1].id), "taken");
    documents::OrderNumbersProof proof = documents::prove_order_numbers(world.services, world.shop.id);
    EXPECT_EQ(proof.fault_count, 0);
    EXPECT_EQ(proof.orders, 4);
    EXPECT_EQ(proof.removed, 1);
    EXPECT_EQ(proof.last_number, placed[3].number);
    world.services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        work.orders().take_number(world.shop.id, "order", 2026);
    });
    const Order after = world.place(mugs());
    proof = documents::prove_order_numbers(world.services, world.shop.id);
    ASSERT_EQ(proof.fault_count, 1) << "a number was given and no order has it";
    EXPECT_EQ(proof.faults[0].number, after.number);
    EXPECT_EQ(proof.faults[0].detail, placed[3].number);
}

TEST(Documents, O38_papers_of_an_order_are_printed_by_kind) {
    World world("neutral");
    const Order order = world.place(mugs());
    const auto count = [&](documents::PrintKind kind) -> std::string {
        const auto papers = documents::papers_of(world.services, world.shop, {kind, {}, "en", world.caller}, order.id);
        return papers ? std::to_string(papers->size()) : std::string(code_of(papers.error().refusal));
    };
    using enum documents::PrintKind;
    EXPECT_EQ(count(order_form), "1");
    EXPECT_EQ(count(documents::PrintKind::invoice), "no_document");
    EXPECT_EQ(count(documents::PrintKind::receipt), "nothing_captured");
    EXPECT_EQ(count(documents::PrintKind::delivery_note), "1");
    world.act(order.id, invoice_now());
    EXPECT_EQ(count(documents::PrintKind::invoice), "1");
    EXPECT_EQ(count(credit_note), "no_document");
    world.act(order.id, [](const Order& o, const Context& c) { return correct_invoice(o, {}, c); });
    EXPECT_EQ(count(documents::PrintKind::invoice), "1") << "the one that stands";
    EXPECT_EQ(count(credit_note), "1");
}

TEST(Documents, APaperIsReadAsItWasWritten) {
    World world("swiss-shop");
    Order order = world.place(mugs("prepayment"));
    world.act(order.id, invoice_now());
    Paper paper = paper_of(world, latest(world.order(order.id), DocumentKind::invoice));
    paper.transfer = PaperTransfer{.holder = "Ünsal \"& Co\"", .iban = "CH93", .standard = QrStandard::swiss};
    paper.look.footer = {"one", "two"};
    paper.notes = {"line\nbreak"};
    EXPECT_EQ(documents::paper_from(documents::to_json(paper)), paper);
    EXPECT_THROW(documents::paper_from("{}"), std::runtime_error);
    EXPECT_THROW(documents::paper_from("no json"), std::runtime_error);
}

}  // namespace
}  // namespace commis::domain::requirements
