#include "adapters/sql/document_store.hpp"

#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/base64_text.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/document_statements.hpp"
#include "adapters/sql/values.hpp"

namespace commis::sql {
namespace {

using ports::DocumentFile;
using ports::IssuedDocument;

IssuedDocument read_issued(Columns& columns) {
    IssuedDocument issued;
    issued.shop_id = columns.integer();
    issued.kind = columns.code<domain::DocumentKind>();
    issued.position = columns.integer();
    issued.number.text = columns.text();
    issued.number.value = columns.integer();
    issued.number.year = columns.integer();
    issued.order_id = columns.text();
    issued.order_number = columns.text();
    issued.document_id = columns.text();
    issued.issued_at_ms = columns.integer();
    issued.currency = domain::Currency::find(columns.view()).value_or(domain::Currency{});
    issued.amount_minor = columns.integer();
    issued.tax_minor = columns.integer();
    issued.content_digest = columns.text();
    issued.previous_digest = columns.text();
    issued.digest = columns.text();
    return issued;
}

IssuedDocument read_whole(Columns& columns) {
    IssuedDocument issued = read_issued(columns);
    issued.content = columns.text();
    return issued;
}

}  // namespace

QueryText build_document_list(const ports::DocumentQuery& query) {
    QueryText text;
    text.add("SELECT " COMMIS_ISSUED_COLUMNS " FROM issued_documents WHERE shop_id = ").bind(query.shop_id);
    if (!query.order_id.empty()) text.add(" AND order_id = ").bind(query.order_id);
    if (!query.number.empty()) text.add(" AND number = ").bind(query.number);
    if (query.kind) text.add(" AND kind = ").bind(code_of(*query.kind));
    if (query.issued_from_ms) text.add(" AND issued_at_ms >= ").bind(*query.issued_from_ms);
    if (query.issued_to_ms) text.add(" AND issued_at_ms < ").bind(*query.issued_to_ms);
    if (query.after) {
        text.add(" AND (issued_at_ms, document_id) < (").bind(query.after->first).add(", ");
        text.bind(query.after->second).add(")");
    }
    text.add(" ORDER BY issued_at_ms DESC, document_id DESC LIMIT ").bind(query.limit);
    return text;
}

std::optional<IssuedDocument> DocumentReader::find(std::int64_t shop_id, std::string_view document_id) {
    Rows rows = session_.query(document_sql::find, {shop_id, document_id});
    if (!rows.next()) return std::nullopt;
    Columns columns(rows);
    return read_whole(columns);
}

std::vector<IssuedDocument> DocumentReader::list(const ports::DocumentQuery& query) {
    const QueryText text = build_document_list(query);
    Rows rows = session_.query(Statement{"issued_list", text.text()}, text.params());
    std::vector<IssuedDocument> documents;
    while (rows.next()) {
        Columns columns(rows);
        documents.push_back(read_issued(columns));
    }
    return documents;
}

std::vector<ports::RegisteredDocument> DocumentReader::registered(std::int64_t shop_id, domain::DocumentKind kind,
                                                                  std::int64_t after_position, std::int32_t limit) {
    Rows rows = session_.query(document_sql::registered, {shop_id, code_of(kind), after_position, limit});
    std::vector<ports::RegisteredDocument> documents;
    while (rows.next()) {
        Columns columns(rows);
        ports::RegisteredDocument& document = documents.emplace_back();
        document.issued = read_whole(columns);
        document.number_in_order = columns.optional_text();
        document.amount_in_order_minor = columns.optional_integer().value_or(0);
        document.tax_in_order_minor = columns.optional_integer().value_or(0);
    }
    return documents;
}

std::vector<IssuedDocument> DocumentReader::issued_between(
    std::int64_t shop_id, std::int64_t from_ms, std::int64_t to_ms,
    const std::optional<std::pair<std::int64_t, std::string>>& after, std::int32_t limit) {
    // No id is empty: the first page begins with the moment itself.
    const auto& [after_ms, after_id] = after ? *after : std::pair(from_ms, std::string());
    Rows rows = session_.query(document_sql::issued_between, {shop_id, after_ms, after_id, to_ms, limit});
    std::vector<IssuedDocument> documents;
    while (rows.next()) {
        Columns columns(rows);
        documents.push_back(read_whole(columns));
    }
    return documents;
}

std::vector<std::string> DocumentReader::unregistered(std::int64_t shop_id, std::int32_t limit) {
    Rows rows = session_.query(document_sql::unregistered, {shop_id, limit});
    std::vector<std::string> ids;
    while (rows.next()) ids.push_back(rows.text(0));
    return ids;
}

std::optional<DocumentFile> DocumentReader::file(std::int64_t shop_id, std::string_view document_id,
                                                 std::string_view form) {
    Rows rows = session_.query(document_sql::find_file, {shop_id, document_id, form});
    if (!rows.next()) return std::nullopt;
    return DocumentFile{from_base64(rows.view(0)), rows.text(1), rows.integer(2)};
}

std::vector<ports::OrderNumber> DocumentReader::order_numbers(std::int64_t shop_id, std::string_view after_key,
                                                              std::int32_t limit) {
    Rows rows = session_.query(document_sql::order_numbers, {shop_id, after_key, limit});
    std::vector<ports::OrderNumber> numbers;
    while (rows.next()) numbers.push_back({rows.text(0), rows.text(1), !rows.is_null(2)});
    return numbers;
}

std::vector<ports::RangeMove> DocumentReader::range_moves(std::int64_t shop_id) {
    Rows rows = session_.query(document_sql::list_moves, {shop_id});
    std::vector<ports::RangeMove> moves;
    while (rows.next()) {
        Columns columns(rows);
        ports::RangeMove& move = moves.emplace_back();
        move.id = columns.text();
        move.series = columns.text();
        move.at_ms = columns.integer();
        move.by = columns.text();
        move.before.series = move.after.series = move.series;
        move.before.prefix = columns.text();
        move.before.next_number = columns.integer();
        move.after.prefix = columns.text();
        move.after.next_number = columns.integer();
    }
    return moves;
}

std::optional<std::string> DocumentReader::picture(std::int64_t shop_id, std::string_view digest) {
    Rows rows = session_.query(document_sql::find_picture, {shop_id, digest});
    if (!rows.next()) return std::nullopt;
    return from_base64(rows.view(0));
}

std::pair<std::int64_t, std::string> DocumentStore::chain_end(std::int64_t shop_id, domain::DocumentKind kind) {
    Rows rows = session_.query(document_sql::chain_end, {shop_id, code_of(kind)});
    if (!rows.next()) return {0, ""};
    return {rows.integer(0), rows.text(1)};
}

void DocumentStore::add(const IssuedDocument& document) {
    Values values;
    values.add(document.shop_id, code_of(document.kind), document.position, document.number.text, document.number.value,
               document.number.year, document.order_id, document.order_number, document.document_id,
               document.issued_at_ms, document.currency.code(), document.amount_minor, document.tax_minor,
               document.content_digest, document.previous_digest, document.digest, document.content);
    or_already_exists([&] { session_.execute(document_sql::insert, values.params()); });
}

DocumentFile DocumentStore::keep(std::int64_t shop_id, std::string_view document_id, std::string_view form,
                                 const DocumentFile& file) {
    const std::string bytes = to_base64(file.bytes);
    session_.execute(document_sql::insert_file, {shop_id, document_id, form, bytes, file.digest, file.made_at_ms});
    return DocumentReader(session_).file(shop_id, document_id, form).value();
}

void DocumentStore::add_range_move(std::int64_t shop_id, const ports::RangeMove& move) {
    session_.execute(document_sql::insert_move, {shop_id, move.id, move.series, move.at_ms, move.by, move.before.prefix,
                                                 move.before.next_number, move.after.prefix, move.after.next_number});
}

void DocumentStore::keep_picture(std::int64_t shop_id, std::string_view digest, std::string_view png) {
    const std::string bytes = to_base64(png);
    session_.execute(document_sql::insert_picture, {shop_id, digest, bytes});
}

void erase_papers(Session& session, std::int64_t shop_id, std::string_view order_id) {
    session.execute(document_sql::erase_files, {shop_id, order_id});
    session.execute(document_sql::erase_content, {shop_id, order_id});
}

}  // namespace commis::sql
