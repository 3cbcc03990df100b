// The statements of a shop's own mail texts.
#pragma once

#include <array>

#include "adapters/sql/engine/session.hpp"

namespace commis::sql::template_sql {

#define COMMIS_TEMPLATE_COLUMNS \
    "shop_id, event, language, ticket_type, subject, body, version, changed_by, changed_at_ms"
#define COMMIS_TEMPLATE_KEY "WHERE shop_id = $1 AND event = $2 AND language = $3 AND ticket_type = $4"

inline constexpr Statement find{"mail_template_find",
                                "SELECT " COMMIS_TEMPLATE_COLUMNS " FROM mail_templates " COMMIS_TEMPLATE_KEY};
inline constexpr Statement list{
    "mail_templates_list",
    "SELECT shop_id, event, language, ticket_type, subject, '', version, changed_by, changed_at_ms "
    "FROM mail_templates WHERE shop_id = $1 ORDER BY event, language, ticket_type"};
inline constexpr Statement insert{"mail_template_insert", "INSERT INTO mail_templates (" COMMIS_TEMPLATE_COLUMNS
                                                          ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
inline constexpr Statement update{"mail_template_update",
                                  "UPDATE mail_templates SET subject = $5, body = $6, version = $7, changed_by = $8, "
                                  "changed_at_ms = $9 " COMMIS_TEMPLATE_KEY " AND version = $7 - 1"};
inline constexpr Statement remove{"mail_template_delete", "DELETE FROM mail_templates " COMMIS_TEMPLATE_KEY};

inline constexpr std::array all{find, list, insert, update, remove};

}  // namespace commis::sql::template_sql
