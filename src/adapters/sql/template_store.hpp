// A shop's own mail texts on either engine.
#pragma once

#include "adapters/sql/engine/session.hpp"
#include "ports/template_store.hpp"

namespace commis::sql {

class TemplateStore final : public ports::TemplateStore, public ports::TemplateReader {
public:
    explicit TemplateStore(Session& session) : session_(session) {}

    std::vector<ports::MailTemplate> list(std::int64_t shop_id) override;
    std::optional<ports::MailTemplate> find(const ports::TemplateKey& key) override;
    void insert(const ports::MailTemplate& changed) override;
    bool update(const ports::MailTemplate& changed) override;
    bool remove(const ports::TemplateKey& key) override;

private:
    Session& session_;
};

}  // namespace commis::sql
