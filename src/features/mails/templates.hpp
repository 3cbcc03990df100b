// A shop's own words for its mails: checked before they are kept, shown with a real order before they are sent.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "domain/notify.hpp"
#include "domain/shop.hpp"
#include "features/caller.hpp"
#include "features/downloads/offers.hpp"
#include "features/services.hpp"

namespace commis::mails {

inline constexpr std::size_t subject_length_max = 300;  // Bytes, with its names in braces.

// What is wrong with words that were typed; the line counts within the field, from 1, and is 0 for the whole.
struct WordsFault {
    std::string field;  // "/subject" or "/body".
    ports::TemplateFault fault;
};

// Every fault of a subject and a body for an event that exists.
std::vector<WordsFault> check_words(const ports::MailRenderer& renderer, std::string_view event,
                                    const ports::TemplateText& words);

// The key of words of a shop, or nothing for an event or language that does not exist. With an article (its SKU) they
// are for orders that hold it: a ticket type has words of its own (W-51).
std::optional<ports::TemplateKey> template_key(const Services& services, std::int64_t shop_id, std::string_view event,
                                               std::string_view language, std::string_view article = {});

// The shop's own words for a key: those of its article, else those for every order, else none: the shipped ones.
std::optional<ports::MailTemplate> words_in_use(ports::TemplateReader& templates, const ports::TemplateKey& key);

// Of the shop's words for a mail of this order, the key: of its first line that has words of its own, as the order
// lists them, what was cancelled left out; else the one for every order.
ports::TemplateKey key_for(const std::vector<ports::MailTemplate>& of_shop, ports::TemplateKey key,
                           const domain::Order& order);

// Keeps words that were checked; the shipped words again are the same as a reset. `expected_version` is what the
// operator saw: 0 for shipped words. Answers the version after it, 0 when shipped. Refusals: forbidden, stale_version.
domain::Result<std::int64_t> save_words(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                        const ports::TemplateKey& key, const ports::TemplateText& words,
                                        std::optional<std::int64_t> expected_version);
domain::Result<void> reset_words(ports::UnitOfWork& work, const Caller& caller, const ports::TemplateKey& key,
                                 std::optional<std::int64_t> expected_version);

// Which order a preview shows: the one named by id or number; else the newest that had such a mail; else the newest;
// in a shop without orders a sample one.
struct PreviewOrder {
    domain::Order order;
    std::optional<domain::Event> event;
    bool is_sample = false;
    std::vector<downloads::Offer> downloads{};  // Of the mail that sends them.
};
// Refusal: not_found, when an order was named and there is none.
domain::Result<PreviewOrder> find_preview_order(ports::Snapshot& snapshot, const Services& services,
                                                const domain::Shop& shop, domain::MailKind kind,
                                                const std::string& named);

// What the words may name, with the values of that order.
ports::MailModel preview_model(const Services& services, const domain::Shop& shop, const PreviewOrder& shown,
                               domain::MailKind kind, const std::string& language);

// Queues a test of words that were checked, to whoever works on them; it leaves like other mail, telling of the order
// that is shown. The order has to be a real one. Answers the mail's id.
std::string queue_test(ports::UnitOfWork& work, const Services& services, const ports::TemplateKey& key,
                       const ports::TemplateText& words, const PreviewOrder& shown, const std::string& to);

// The subject of a test says in the mail's language that it is one.
std::string test_subject(const Services& services, const std::string& language, const std::string& subject);

}  // namespace commis::mails
