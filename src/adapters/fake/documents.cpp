#include "adapters/fake/documents.hpp"

#include <algorithm>

#include "adapters/sql/text_keys.hpp"

namespace commis::fake {
namespace {

using domain::DocumentKind;
using ports::IssuedDocument;

std::pair<std::int64_t, std::string> place_of(const IssuedDocument& issued) {
    return {issued.issued_at_ms, issued.document_id};
}

const domain::Document* document_of(const Data& data, std::int64_t shop_id, const std::string& order_id,
                                    const std::string& document_id) {
    const auto order = data.orders.find({shop_id, order_id});
    if (order == data.orders.end()) return nullptr;
    const auto& documents = order->second->order.documents;
    const auto at = std::ranges::find(documents, document_id, &domain::Document::id);
    return at == documents.end() ? nullptr : &*at;
}

}  // namespace

std::optional<IssuedDocument> DocumentStore::find(std::int64_t shop_id, std::string_view document_id) {
    for (const auto& [key, issued] : data_.issued) {
        if (std::get<0>(key) == shop_id && issued->document_id == document_id) return *issued;
    }
    return std::nullopt;
}

std::vector<IssuedDocument> DocumentStore::list(const ports::DocumentQuery& query) {
    std::vector<IssuedDocument> found;
    for (const auto& [key, issued] : data_.issued) {
        if (std::get<0>(key) != query.shop_id) continue;
        const bool is_asked = (!query.kind || issued->kind == *query.kind) &&
                              (query.order_id.empty() || issued->order_id == query.order_id) &&
                              (query.number.empty() || issued->number.text == query.number) &&
                              (!query.issued_from_ms || issued->issued_at_ms >= *query.issued_from_ms) &&
                              (!query.issued_to_ms || issued->issued_at_ms < *query.issued_to_ms) &&
                              (!query.after || place_of(*issued) < *query.after);
        if (!is_asked) continue;
        found.push_back(*issued);
        found.back().content.clear();
    }
    std::ranges::sort(found, std::greater{}, place_of);
    if (std::ssize(found) > query.limit) found.resize(static_cast<std::size_t>(query.limit));
    return found;
}

std::vector<ports::RegisteredDocument> DocumentStore::registered(std::int64_t shop_id, DocumentKind kind,
                                                                 std::int64_t after_position, std::int32_t limit) {
    std::vector<ports::RegisteredDocument> found;
    for (const auto& [key, issued] : data_.issued) {
        const auto& [shop, its_kind, position] = key;
        if (shop != shop_id || its_kind != kind || position <= after_position || std::ssize(found) == limit) continue;
        ports::RegisteredDocument& row = found.emplace_back();
        row.issued = *issued;
        const domain::Document* document = document_of(data_, shop_id, issued->order_id, issued->document_id);
        if (document == nullptr) continue;
        row.number_in_order = document->number;
        row.amount_in_order_minor = document->amount_minor;
        row.tax_in_order_minor = document->tax_minor;
    }
    return found;
}

std::vector<IssuedDocument> DocumentStore::issued_between(
    std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
    const std::optional<std::pair<std::int64_t, std::string>>& after, std::int32_t limit) {
    std::vector<IssuedDocument> found;
    for (const auto& [key, issued] : data_.issued) {
        const bool is_asked = std::get<0>(key) == shop_id && is_bill(issued->kind) && issued->issued_at_ms >= from_ms &&
                              issued->issued_at_ms < to_ms && (!after || place_of(*issued) > *after);
        if (is_asked) found.push_back(*issued);
    }
    std::ranges::sort(found, {}, place_of);
    if (std::ssize(found) > limit) found.resize(static_cast<std::size_t>(limit));
    return found;
}

std::vector<std::string> DocumentStore::unregistered(std::int64_t shop_id, std::int32_t limit) {
    std::vector<std::string> ids;
    for (const auto& [key, stored] : data_.orders) {
        if (key.first != shop_id) continue;
        for (const domain::Document& document : stored->order.documents) {
            const bool is_known = document.number.empty() || find(shop_id, document.id);
            if (!is_known && std::ssize(ids) < limit) ids.push_back(document.id);
        }
    }
    return ids;
}

std::optional<ports::DocumentFile> DocumentStore::file(std::int64_t shop_id, std::string_view document_id,
                                                       std::string_view form) {
    const auto found = data_.files.find({shop_id, std::string(document_id), std::string(form)});
    if (found == data_.files.end()) return std::nullopt;
    return found->second;
}

std::vector<ports::OrderNumber> DocumentStore::order_numbers(std::int64_t shop_id, std::string_view after_key,
                                                             std::int32_t limit) {
    std::vector<ports::OrderNumber> numbers;
    for (const auto& [key, stored] : data_.orders) {
        const domain::Order& order = stored->order;
        ports::OrderNumber number{order.number, sql::number_key(order.number), order.removed.has_value()};
        if (key.first == shop_id && number.key > after_key) numbers.push_back(std::move(number));
    }
    std::ranges::sort(numbers, {}, &ports::OrderNumber::key);
    if (std::ssize(numbers) > limit) numbers.resize(static_cast<std::size_t>(limit));
    return numbers;
}

std::vector<ports::RangeMove> DocumentStore::range_moves(std::int64_t shop_id) {
    std::vector<ports::RangeMove> moves;
    for (const auto& [key, move] : data_.range_moves) {
        if (key.first == shop_id) moves.push_back(move);
    }
    return moves;
}

std::optional<std::string> DocumentStore::picture(std::int64_t shop_id, std::string_view digest) {
    const auto found = data_.pictures.find({shop_id, std::string(digest)});
    if (found == data_.pictures.end()) return std::nullopt;
    return found->second;
}

std::pair<std::int64_t, std::string> DocumentStore::chain_end(std::int64_t shop_id, DocumentKind kind) {
    std::pair<std::int64_t, std::string> end{0, ""};
    for (const auto& [key, issued] : data_.issued) {
        if (std::get<0>(key) == shop_id && std::get<1>(key) == kind) end = {issued->position, issued->digest};
    }
    return end;
}

void DocumentStore::add(const IssuedDocument& document) {
    for (const auto& [key, issued] : data_.issued) {
        const bool is_same = std::get<0>(key) == document.shop_id && issued->kind == document.kind &&
                             (issued->position == document.position || issued->number.text == document.number.text);
        if (is_same) throw ports::AlreadyExists("issued_documents (number)");
    }
    data_.issued[{document.shop_id, document.kind, document.position}] =
        std::make_shared<const IssuedDocument>(document);
}

ports::DocumentFile DocumentStore::keep(std::int64_t shop_id, std::string_view document_id, std::string_view form,
                                        const ports::DocumentFile& file) {
    return data_.files.try_emplace({shop_id, std::string(document_id), std::string(form)}, file).first->second;
}

void DocumentStore::add_range_move(std::int64_t shop_id, const ports::RangeMove& move) {
    data_.range_moves[{shop_id, move.id}] = move;
}

void DocumentStore::keep_picture(std::int64_t shop_id, std::string_view digest, std::string_view png) {
    data_.pictures.try_emplace({shop_id, std::string(digest)}, png);
}

void erase_papers(Data& data, std::int64_t shop_id, const std::string& order_id) {
    for (auto& [key, issued] : data.issued) {
        if (std::get<0>(key) != shop_id || issued->order_id != order_id || is_bill(issued->kind)) continue;
        std::erase_if(data.files, [&](const auto& file) { return std::get<1>(file.first) == issued->document_id; });
        IssuedDocument erased = *issued;
        erased.content.clear();
        issued = std::make_shared<const IssuedDocument>(std::move(erased));
    }
}

}  // namespace commis::fake
