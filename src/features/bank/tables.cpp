#include "features/bank/tables.hpp"

#include <algorithm>

#include "domain/bank_statement.hpp"
#include "domain/table_guess.hpp"

namespace commis::bank {
namespace {

using domain::Table;
using domain::TableKind;
using domain::TableMapping;
using domain::TableRow;

constexpr std::size_t shown_rows = 12;

std::vector<std::string> accounts_of(const domain::Shop& shop) {
    std::vector<std::string> accounts;
    for (const domain::BankAccount& account : shop.bank_accounts) {
        accounts.push_back(domain::compact_account(account.iban));
    }
    return accounts;
}

// By a saved mapping: what stands above the header may be longer in the next file.
Table table_by(const TableMapping& mapping, std::vector<TableRow> rows) {
    constexpr std::ptrdiff_t looked_at = 100;
    std::int32_t skip_rows = mapping.format.skip_rows;
    if (mapping.has_header) {
        const auto end = rows.begin() + std::min(looked_at, std::ssize(rows));
        const auto header = std::find_if(rows.begin(), end, [&](const TableRow& row) {
            const std::size_t names = mapping.header.size();
            const bool is_long_enough = row.cells.size() >= names &&
                                        std::equal(mapping.header.begin(), mapping.header.end(), row.cells.begin());
            return is_long_enough && std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(names),
                                                 row.cells.end(), [](const std::string& cell) { return cell.empty(); });
        });
        if (header != end) skip_rows = static_cast<std::int32_t>(header - rows.begin());
    }
    return domain::table_of(std::move(rows), skip_rows, mapping.has_header);
}

std::vector<domain::TableFault> faults_of(const TableMapping& mapping, const Table& table) {
    if (mapping.kind == TableKind::payout) return domain::read_payout_table(mapping, table).faults;
    return domain::read_bank_table(mapping, table).faults;
}

// Has the file's beginning what the mapping was saved for? Without a header, its first lines must be readable.
bool fits(const TableMapping& mapping, const Table& table) {
    if (table.header != mapping.header) return false;
    return mapping.has_header || (!table.lines.empty() && faults_of(mapping, table).empty());
}

// The mappings that the file's beginning fits, of one account or of all.
std::vector<TableMapping> fitting(const std::vector<ports::SavedMapping>& saved, const ports::TableFiles& files,
                                  std::string_view bytes, TableKind kind, const std::string& account) {
    std::vector<TableMapping> found;
    std::vector<std::string> named;
    for (const ports::SavedMapping& each : saved) {
        const TableMapping& mapping = each.mapping;
        if (mapping.kind != kind || (!account.empty() && mapping.account != account)) continue;
        auto rows = files.read_beginning(bytes, mapping.format);
        if (!rows) continue;
        const Table table = table_by(mapping, std::move(*rows));
        if (!fits(mapping, table)) continue;
        if (!domain::account_in(table.preamble, {mapping.account}).empty()) named.push_back(mapping.account);
        found.push_back(mapping);
    }
    if (found.size() > 1 && named.size() == 1) {
        std::erase_if(found, [&](const TableMapping& mapping) { return mapping.account != named.front(); });
    }
    return found;
}

struct Described {
    TableMapping mapping;
    Table table;
};

// The whole table beside the one mapping that reads it.
std::expected<Described, Unread> described(const Services& services, const ports::TableFiles& files,
                                           const domain::Shop& shop, std::string_view bytes, TableKind kind,
                                           const std::string& account) {
    std::vector<ports::SavedMapping> saved;
    services.storage.read([&](ports::Snapshot& snapshot) { saved = snapshot.bank().mappings(shop.id); });
    const std::string wanted = mapping_account(kind, account);
    auto found = fitting(saved, files, bytes, kind, wanted);
    if (found.size() == 1) {
        auto rows = files.read(bytes, found.front().format);
        if (!rows) return std::unexpected(Unread{std::nullopt, std::move(rows.error()), {}});
        Table table = table_by(found.front(), std::move(*rows));
        return Described{std::move(found.front()), std::move(table)};
    }
    auto layout = lay_out(files, shop, bytes, std::nullopt, kind);
    if (!layout) return std::unexpected(Unread{std::nullopt, std::move(layout.error()), {}});
    if (!wanted.empty()) layout->mapping.account = wanted;
    // Several accounts of one bank look alike: only the account is missing then.
    if (found.size() > 1) {
        layout->mapping = found.front();
        layout->mapping.account.clear();
    }
    layout->errors = domain::check_mapping(layout->mapping);
    return std::unexpected(Unread{std::move(*layout), {}, {}});
}

template <class Read>
std::expected<Read, Unread> without_faults(Read read) {
    if (read.faults.empty()) return read;
    const domain::TableFault& first = read.faults.front();
    ports::BankFileFailure failure{first.code, "row " + std::to_string(first.row) + ", " + first.column};
    return std::unexpected(Unread{std::nullopt, std::move(failure), std::move(read.faults)});
}

}  // namespace

bool is_xml(std::string_view bytes) {
    const auto begin = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return begin != std::string_view::npos && bytes[begin] == '<';
}

std::string mapping_account(TableKind kind, std::string_view written) {
    if (kind == TableKind::statement) return domain::compact_account(written);
    std::string provider;
    for (const char sign : written) {
        if (sign == ' ') continue;
        provider += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
    }
    return provider;
}

std::expected<Layout, ports::BankFileFailure> lay_out(const ports::TableFiles& files, const domain::Shop& shop,
                                                      std::string_view beginning,
                                                      const std::optional<TableMapping>& mapping, TableKind kind) {
    const domain::TableFormat format = mapping ? mapping->format : files.guess_format(beginning);
    auto rows = files.read_beginning(beginning, format);
    if (!rows) return std::unexpected(std::move(rows.error()));
    Layout layout;
    layout.accounts = accounts_of(shop);
    layout.mapping = mapping ? *mapping : domain::guess_mapping(kind, format, *rows, layout.accounts, shop.currency);
    layout.rows.assign(rows->begin(), rows->begin() + static_cast<std::ptrdiff_t>(std::min(rows->size(), shown_rows)));
    const Table table = domain::table_of(std::move(*rows), layout.mapping.format.skip_rows, layout.mapping.has_header);
    layout.mapping.header = table.header;
    layout.errors = domain::check_mapping(layout.mapping);
    if (layout.mapping.kind == TableKind::statement) layout.read = domain::read_bank_table(layout.mapping, table);
    if (layout.mapping.kind == TableKind::payout) layout.payouts = domain::read_payout_table(layout.mapping, table);
    return layout;
}

ReadTable read_table(const Services& services, const ports::TableFiles& files, const domain::Shop& shop,
                     std::string_view bytes, const std::string& account) {
    const auto known = described(services, files, shop, bytes, TableKind::statement, account);
    if (!known) return std::unexpected(known.error());
    return without_faults(domain::read_bank_table(known->mapping, known->table));
}

ReadPayouts read_payouts(const Services& services, const ports::TableFiles& files, const domain::Shop& shop,
                         std::string_view bytes, const std::string& provider) {
    const auto known = described(services, files, shop, bytes, TableKind::payout, provider);
    if (!known) return std::unexpected(known.error());
    return without_faults(domain::read_payout_table(known->mapping, known->table));
}

domain::Result<ports::SavedMapping> save_mapping(ports::UnitOfWork& work, const Services& services,
                                                 const Caller& caller, const domain::Shop& shop, TableMapping mapping) {
    mapping.account = mapping_account(mapping.kind, mapping.account);
    auto errors = domain::check_mapping(mapping);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    const auto saved = work.reads().bank().mappings(shop.id);
    const bool is_there = std::ranges::any_of(
        saved, [&](const ports::SavedMapping& each) { return each.mapping.account == mapping.account; });
    if (!is_there && saved.size() >= mappings_max) {
        return domain::refuse_fields({{"/account", "too_many", "at most 100 layouts"}});
    }
    const ports::SavedMapping made{shop.id, std::move(mapping), caller.actor.name, services.clock.now_ms()};
    work.bank().save_mapping(made);
    return made;
}

domain::Result<std::monostate> remove_mapping(ports::UnitOfWork& work, const domain::Shop& shop,
                                              const std::string& account) {
    if (!work.bank().remove_mapping(shop.id, account)) return domain::refuse(domain::Refusal::not_found);
    return std::monostate{};
}

}  // namespace commis::bank
