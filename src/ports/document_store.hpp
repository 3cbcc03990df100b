// Issued documents as they were issued: what they say, their place in the chain of their series, and the files that
// were drawn of them. Rows are added and never changed; only the people on them may be erased, where the law lets them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"
#include "domain/number_range.hpp"
#include "domain/order.hpp"

namespace commis::ports {

struct IssuedDocument {
    std::int64_t shop_id = 0;
    domain::DocumentKind kind = domain::DocumentKind::invoice;
    std::int64_t position = 0;  // 1, 2, 3 … in the series of its kind.
    domain::TakenNumber number{};
    std::string order_id{};
    std::string order_number{};
    std::string document_id{};
    std::int64_t issued_at_ms = 0;
    domain::Currency currency{};
    std::int64_t amount_minor = 0;
    std::int64_t tax_minor = 0;
    std::string content{};  // The paper (domain/paper.hpp) as JSON; empty once its people were erased.
    std::string content_digest{};
    std::string previous_digest{};  // Of the position before; empty for the first.
    std::string digest{};           // Over all of the above but the content itself.
};

// A row of the register beside what the order says of the same document, for the proof.
struct RegisteredDocument {
    IssuedDocument issued{};
    // Of the order's own row; nothing where it has none.
    std::optional<std::string> number_in_order{};
    std::int64_t amount_in_order_minor = 0;
    std::int64_t tax_in_order_minor = 0;
};

// Somebody changed a range by hand: why numbers may jump (D-15).
struct RangeMove {
    std::string id{};
    std::string series{};
    std::int64_t at_ms = 0;
    std::string by{};  // The actor's name.
    domain::NumberRange before{};
    domain::NumberRange after{};
};

// The number of an order, placed or removed.
struct OrderNumber {
    std::string number{};
    std::string key{};  // By which numbers sort as people count.
    bool is_removed = false;
};

// What lists of documents are asked for.
struct DocumentQuery {
    std::int64_t shop_id = 0;
    std::optional<domain::DocumentKind> kind{};
    std::string order_id{};  // Empty: of all orders.
    std::optional<std::int64_t> issued_from_ms{};
    std::optional<std::int64_t> issued_to_ms{};  // Not included.
    std::string number{};                        // Exactly this one; empty: any.
    // Behind this one, in the order of the list: newest first, by moment and id.
    std::optional<std::pair<std::int64_t, std::string>> after{};
    std::int32_t limit = 50;
};

struct DocumentFile {
    std::string bytes{};
    std::string digest{};
    std::int64_t made_at_ms = 0;
};

struct DocumentReader {
    virtual ~DocumentReader() = default;
    virtual std::optional<IssuedDocument> find(std::int64_t shop_id, std::string_view document_id) = 0;
    // Without their content.
    virtual std::vector<IssuedDocument> list(const DocumentQuery& query) = 0;
    // In order of position, behind the one given: for the proof.
    virtual std::vector<RegisteredDocument> registered(std::int64_t shop_id, domain::DocumentKind kind,
                                                       std::int64_t after_position, std::int32_t limit) = 0;
    // With their content, invoices and credit notes alone, in the order in which they were issued: for accounting.
    virtual std::vector<IssuedDocument> issued_between(
        std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
        const std::optional<std::pair<std::int64_t, std::string>>& after, std::int32_t limit) = 0;
    // Issued documents of orders that the register does not know; ids, at most `limit`.
    virtual std::vector<std::string> unregistered(std::int64_t shop_id, std::int32_t limit) = 0;
    // `form`: "pdf", or the id of an e-invoice's form.
    virtual std::optional<DocumentFile> file(std::int64_t shop_id, std::string_view document_id,
                                             std::string_view form) = 0;
    // Every order's, by key, behind the one given: for the proof that none is missing.
    virtual std::vector<OrderNumber> order_numbers(std::int64_t shop_id, std::string_view after_key,
                                                   std::int32_t limit) = 0;
    virtual std::vector<RangeMove> range_moves(std::int64_t shop_id) = 0;  // Oldest first.
    // The picture with this digest, PNG; nothing when the shop has none like it.
    virtual std::optional<std::string> picture(std::int64_t shop_id, std::string_view digest) = 0;
};

struct DocumentStore {
    virtual ~DocumentStore() = default;
    // The end of a series' chain: the latest position and its digest; 0 and nothing before the first. The caller holds
    // the series by having taken its number in this unit of work.
    virtual std::pair<std::int64_t, std::string> chain_end(std::int64_t shop_id, domain::DocumentKind kind) = 0;
    // Throws AlreadyExists when the position or the number is taken.
    virtual void add(const IssuedDocument& document) = 0;
    // Keeps what was drawn first; a second drawing changes nothing. Answers what is kept.
    virtual DocumentFile keep(std::int64_t shop_id, std::string_view document_id, std::string_view form,
                              const DocumentFile& file) = 0;
    virtual void add_range_move(std::int64_t shop_id, const RangeMove& move) = 0;
    // The same picture twice is one.
    virtual void keep_picture(std::int64_t shop_id, std::string_view digest, std::string_view png) = 0;
};

}  // namespace commis::ports
