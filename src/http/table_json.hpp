// How tables are read, as the API takes and shows it: mappings, and the layout of a table that has none yet.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "features/bank/tables.hpp"
#include "http/call.hpp"
#include "json/describe.hpp"
#include "json/writer.hpp"

namespace commis::domain {

BOOST_DESCRIBE_ENUM(TableKind, statement, payout)
BOOST_DESCRIBE_ENUM(TextEncoding, utf_8, windows_1252, utf_16)
BOOST_DESCRIBE_ENUM(DateOrder, ymd, dmy, mdy)
BOOST_DESCRIBE_ENUM(TableField, booked_on, valued_on, amount, credit, debit, direction, currency, text, name, account,
                    other_account, reference, bank_reference, gross, fee, net, type, order, payout)

}  // namespace commis::domain

namespace commis::json {

template <>
inline constexpr bool is_hyphenated<domain::TextEncoding> = true;

}  // namespace commis::json

namespace commis::http {

struct TableColumnBody {
    domain::TableField field = domain::TableField::text;
    std::string column;
};
BOOST_DESCRIBE_STRUCT(TableColumnBody, (), (field, column))

struct TableMappingBody {
    domain::TableKind kind = domain::TableKind::statement;
    std::string account, name;
    std::string delimiter = ";";
    domain::TextEncoding encoding = domain::TextEncoding::utf_8;
    std::int32_t skip_rows = 0;
    bool headed = true;
    domain::DateOrder dates = domain::DateOrder::dmy;
    std::string decimal = ",";
    std::string currency;
    std::vector<TableColumnBody> columns;
    std::vector<std::string> header;
    static constexpr auto defaulted_members =
        json::names("kind", "account", "name", "delimiter", "encoding", "skip_rows", "headed", "dates", "decimal",
                    "currency", "header");
};
BOOST_DESCRIBE_STRUCT(TableMappingBody, (),
                      (kind, account, name, delimiter, encoding, skip_rows, headed, dates, decimal, currency, columns,
                       header))

// A delimiter or decimal sign of another length than one becomes a sign that `check_mapping` refuses.
domain::TableMapping mapping_from(const TableMappingBody& body);

// The members into the open object.
void write_mapping(json::Writer& writer, const domain::TableMapping& mapping);
void write_layout(json::Writer& writer, const bank::Layout& layout);
// A table that can't be read yet answers with all that is needed to say how.
Response table_unread(const Call& call, const bank::Unread& unread);
void write_table_faults(json::Writer& writer, const std::vector<domain::TableFault>& faults);

}  // namespace commis::http
