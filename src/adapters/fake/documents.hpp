// Issued documents, in memory.
#pragma once

#include "adapters/fake/data.hpp"

namespace commis::fake {

class DocumentStore final : public ports::DocumentStore, public ports::DocumentReader {
public:
    explicit DocumentStore(Data& data) : data_(data) {}
    std::optional<ports::IssuedDocument> find(std::int64_t shop_id, std::string_view document_id) override;
    std::vector<ports::IssuedDocument> list(const ports::DocumentQuery& query) override;
    std::vector<ports::RegisteredDocument> registered(std::int64_t shop_id, domain::DocumentKind kind,
                                                      std::int64_t after_position, std::int32_t limit) override;
    std::vector<ports::IssuedDocument> issued_between(
        std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
        const std::optional<std::pair<std::int64_t, std::string>>& after, std::int32_t limit) override;
    std::vector<std::string> unregistered(std::int64_t shop_id, std::int32_t limit) override;
    std::optional<ports::DocumentFile> file(std::int64_t shop_id, std::string_view document_id,
                                            std::string_view form) override;
    std::vector<ports::OrderNumber> order_numbers(std::int64_t shop_id, std::string_view after_key,
                                                  std::int32_t limit) override;
    std::vector<ports::RangeMove> range_moves(std::int64_t shop_id) override;
    std::optional<std::string> picture(std::int64_t shop_id, std::string_view digest) override;

    std::pair<std::int64_t, std::string> chain_end(std::int64_t shop_id, domain::DocumentKind kind) override;
    void add(const ports::IssuedDocument& document) override;
    ports::DocumentFile keep(std::int64_t shop_id, std::string_view document_id, std::string_view form,
                             const ports::DocumentFile& file) override;
    void add_range_move(std::int64_t shop_id, const ports::RangeMove& move) override;
    void keep_picture(std::int64_t shop_id, std::string_view digest, std::string_view png) override;

private:
    Data& data_;
};

// The people on papers of an order that was removed: those that the law does not keep.
void erase_papers(Data& data, std::int64_t shop_id, const std::string& order_id);

}  // namespace commis::fake
