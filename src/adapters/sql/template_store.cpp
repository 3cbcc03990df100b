#include "adapters/sql/template_store.hpp"

#include "adapters/sql/already_exists.hpp"
#include "adapters/sql/columns.hpp"
#include "adapters/sql/template_statements.hpp"

namespace commis::sql {
namespace {

ports::MailTemplate read_template(const Rows& rows) {
    Columns columns(rows);
    ports::MailTemplate stored;
    stored.key.shop_id = columns.integer();
    stored.key.event = columns.text();
    stored.key.language = columns.text();
    stored.key.ticket_type = columns.text();
    stored.subject = columns.text();
    stored.body = columns.text();
    stored.version = columns.integer();
    stored.changed_by = columns.text();
    stored.changed_at_ms = columns.integer();
    return stored;
}

}  // namespace

std::vector<ports::MailTemplate> TemplateStore::list(std::int64_t shop_id) {
    std::vector<ports::MailTemplate> templates;
    Rows rows = session_.query(template_sql::list, {shop_id});
    while (rows.next()) templates.push_back(read_template(rows));
    return templates;
}

std::optional<ports::MailTemplate> TemplateStore::find(const ports::TemplateKey& key) {
    Rows rows = session_.query(template_sql::find, {key.shop_id, key.event, key.language, key.ticket_type});
    if (!rows.next()) return std::nullopt;
    return read_template(rows);
}

void TemplateStore::insert(const ports::MailTemplate& changed) {
    const ports::TemplateKey& key = changed.key;
    or_already_exists([&] {
        session_.execute(template_sql::insert,
                         {key.shop_id, key.event, key.language, key.ticket_type, changed.subject, changed.body,
                          changed.version, changed.changed_by, changed.changed_at_ms});
    });
}

bool TemplateStore::update(const ports::MailTemplate& changed) {
    const ports::TemplateKey& key = changed.key;
    return session_.execute(template_sql::update,
                            {key.shop_id, key.event, key.language, key.ticket_type, changed.subject, changed.body,
                             changed.version, changed.changed_by, changed.changed_at_ms}) == 1;
}

bool TemplateStore::remove(const ports::TemplateKey& key) {
    return session_.execute(template_sql::remove, {key.shop_id, key.event, key.language, key.ticket_type}) == 1;
}

}  // namespace commis::sql
