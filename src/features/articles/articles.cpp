// Articles are settings of the shop in small: plain facts, checked and saved.
#include "features/articles/articles.hpp"

#include "domain/decisions/decision.hpp"
#include "domain/tax.hpp"

namespace commis::articles {
namespace {

template <class T>
void apply(T& target, const std::optional<T>& wanted) {
    if (wanted) target = *wanted;
}

void lay_over(domain::Article& article, const ArticleChange& wanted) {
    apply(article.sku, wanted.sku);
    apply(article.name, wanted.name);
    apply(article.kind, wanted.kind);
    apply(article.price_minor, wanted.price_minor);
    apply(article.tax_rate, wanted.tax_rate);
    apply(article.supplier, wanted.supplier);
    apply(article.stock, wanted.stock);
    apply(article.active, wanted.active);
    apply(article.starts_at_ms, wanted.starts_at_ms);
    apply(article.venue, wanted.venue);
}

std::vector<domain::FieldError> check(const domain::Article& article) {
    std::vector<domain::FieldError> errors;
    if (article.sku.empty()) errors.push_back({"/sku", "required", "an article has a SKU"});
    if (article.name.empty()) errors.push_back({"/name", "required", "an article has a name"});
    domain::check_text(errors, "/sku", article.sku, 100);
    domain::check_text(errors, "/name", article.name, 500);
    domain::check_text(errors, "/supplier", article.supplier, 200);
    domain::check_text(errors, "/venue", article.venue, 200);
    const bool is_ticket = article.kind == domain::LineKind::ticket;
    if (article.starts_at_ms && !is_ticket) errors.push_back({"/starts_at", "tickets_only", "only tickets begin"});
    if (!article.venue.empty() && !is_ticket) errors.push_back({"/venue", "tickets_only", "only tickets have a place"});
    if (article.price_minor < 0 || article.price_minor > domain::amount_limit_minor) {
        errors.push_back({"/price", "out_of_range", "must not be negative"});
    }
    if (!domain::TaxRate::parse(article.tax_rate)) {
        errors.push_back({"/tax_rate", "invalid_rate", "a decimal from 0 to 100 with at most four digits"});
    }
    if (article.stock && (*article.stock < -1'000'000'000 || *article.stock > 1'000'000'000)) {
        errors.push_back({"/stock", "out_of_range", "at most a thousand million"});
    }
    return errors;
}

}  // namespace

domain::Result<domain::Article> create(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                       std::int64_t shop_id, const ArticleChange& wanted) {
    if (!caller.rights_in(shop_id).has(domain::Right::edit)) return domain::refuse(domain::Refusal::forbidden);
    domain::Article article;
    article.shop_id = shop_id;
    article.id = services.ids.next();
    lay_over(article, wanted);
    auto errors = check(article);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    article.created_at_ms = services.clock.now_ms();
    article.updated_at_ms = article.created_at_ms;
    try {
        work.within_savepoint([&] { work.articles().insert(article); });
    } catch (const ports::AlreadyExists&) {
        return domain::refuse(domain::Refusal::duplicate_id, "an article has this SKU already");
    }
    return article;
}

domain::Result<domain::Article> update(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                       std::int64_t shop_id, const std::string& article_id,
                                       const ArticleChange& wanted) {
    if (!caller.rights_in(shop_id).has(domain::Right::edit)) return domain::refuse(domain::Refusal::forbidden);
    auto article = work.articles().lock(shop_id, article_id);
    if (!article) return domain::refuse(domain::Refusal::not_found);
    lay_over(*article, wanted);
    auto errors = check(*article);
    if (!errors.empty()) return domain::refuse_fields(std::move(errors));
    article->version += 1;
    article->updated_at_ms = services.clock.now_ms();
    work.articles().save(*article);
    return *article;
}

}  // namespace commis::articles
