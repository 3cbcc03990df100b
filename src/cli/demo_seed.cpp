// Making the sample shops.
#include "cli/demo_seed.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "cli/demo_samples.hpp"
#include "cli/demo_story.hpp"
#include "domain/decisions/timers.hpp"
#include "domain/projection.hpp"
#include "features/accounting/book_money.hpp"
#include "features/documents/issue.hpp"
#include "features/orders/run.hpp"
#include "features/shops/shops.hpp"

namespace commis::cli {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::size_t orders_per_unit = 20;

domain::Shop shop_from(const samples::Shop& sample, std::int64_t shop_id, std::int64_t made_at_ms) {
    domain::Shop shop;
    shop.id = shop_id;
    shop.handle = sample.handle;
    shop.name = sample.name;
    shop.profile_id = sample.profile;
    const auto currency = domain::Currency::find(sample.currency);
    if (!currency) throw std::runtime_error{"samples: no currency " + sample.currency};
    shop.currency = *currency;
    shop.language = sample.language;
    shop.timezone = sample.timezone;
    shop.sandbox = true;
    shop.legal_name = sample.legal_name;
    shop.legal_address.line1 = sample.address.line1;
    shop.legal_address.postal_code = sample.address.postal_code;
    shop.legal_address.city = sample.address.city;
    shop.legal_address.country = sample.address.country;
    shop.vat_id = sample.vat_id;
    shop.registration = sample.registration;
    shop.bank_accounts = {{sample.bank.iban, sample.bank.bic, sample.bank.name}};
    shop.mail_sender_name = sample.name;
    shop.mail_sender_address = sample.sender;
    shop.operator_addresses = {sample.sender};
    shop.created_at_ms = made_at_ms;
    shop.updated_at_ms = made_at_ms;
    return shop;
}

domain::Article article_from(const samples::Article& sample, const domain::Shop& shop, std::string id) {
    static constexpr std::array<std::string_view, 5> kinds{"goods", "digital", "ticket", "service", "fee"};
    domain::Article article;
    article.shop_id = shop.id;
    article.id = std::move(id);
    article.sku = sample.sku;
    article.name = sample.name;
    article.kind = static_cast<domain::LineKind>(std::ranges::find(kinds, sample.kind) - kinds.begin());
    article.price_minor = domain::parse_decimal(sample.price, shop.currency).value();
    article.tax_rate = sample.tax_rate;
    article.supplier = sample.supplier;
    article.stock = sample.stock;
    article.created_at_ms = shop.created_at_ms;
    article.updated_at_ms = shop.created_at_ms;
    return article;
}

// The newest orders show every status once; the others are mostly done, as in a shop that works.
Story story_of(std::size_t age_rank, Random& random) {
    using enum Story;
    static constexpr std::array shown{awaiting,  just_paid,   authorized, pending,          on_delivery,
                                      just_paid, in_work,     just_paid,  card_failed,      draft,
                                      just_paid, partly_paid, in_work,    cancelled_paid,   authorized_expiring,
                                      free,      abandoned,   on_hold,    cancelled_unpaid, pending_long,
                                      on_the_way};
    static constexpr std::array usual{
        done, done, done,      done,        done,       done,         done,        done,           done,
        done, done, abandoned, card_failed, on_the_way, pending_long, partly_paid, cancelled_paid, cancelled_unpaid,
        free};
    return age_rank < shown.size() ? shown[age_rank] : usual[random.below(usual.size())];
}

// Minutes for the newest, hours for today's, then days that grow up to ninety; steps of a story need their time.
std::int64_t age_of(std::size_t age_rank, std::size_t count, Random& random) {
    if (age_rank < 2) return (12 + 19 * static_cast<std::int64_t>(age_rank)) * minute_ms;
    if (age_rank < 5) return static_cast<std::int64_t>(age_rank) * 2 * hour_ms + random.between(0, 50) * minute_ms;
    const auto rank = static_cast<std::int64_t>(age_rank - 4);
    const auto last = static_cast<std::int64_t>(count - 5);
    // Half of the spread is even, half grows: more orders lately, as in a shop that thrives.
    const std::int64_t even_ms = 89 * day_ms / last * rank;
    const std::int64_t growing_ms = 89 * day_ms / (last * last) * rank * rank;
    return day_ms + (even_ms + growing_ms) / 2 - random.between(0, 5 * hour_ms);
}

class ShopSeeder {
public:
    ShopSeeder(const Services& services, const samples::Samples& samples, const samples::Shop& sample,
               std::uint64_t seed)
        : services_(services),
          sample_(sample),
          random_(seed),
          now_ms_(services.clock.now_ms()),
          shop_(shop_from(sample, services.ids.next_shop_id(), now_ms_ - 120 * day_ms)) {
        for (const std::string& group : sample.people) {
            const auto& people = samples.people.at(group);
            people_.insert(people_.end(), people.begin(), people.end());
        }
    }

    void seed(Seeded& seeded) {
        services_.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
            work.shops().insert(shop_);
            shops::create_ranges(work, shop_.id, sample_.number_prefix, sample_.number_next);
            for (const samples::Article& article : sample_.articles) {
                work.articles().insert(article_from(article, shop_, services_.ids.next()));
            }
        });
        seeded.shops += 1;
        seeded.articles += std::ssize(sample_.articles);
        const auto decisions = tell_all();
        for (std::size_t first = 0; first < decisions.size(); first += orders_per_unit) {
            store(decisions, first, std::min(first + orders_per_unit, decisions.size()));
        }
        seeded.orders += std::ssize(decisions);
    }

private:
    // Oldest first, so that numbers rise with time.
    std::vector<domain::Decision> tell_all() {
        const auto count = static_cast<std::size_t>(sample_.orders);
        const auto profile = services_.profiles.of(shop_);
        profile_ = profile;
        const Stage stage{
            shop_, *profile, sample_, people_, services_.new_id(), [this] { return services_.ids.secret(); }, now_ms_};
        std::vector<std::pair<std::int64_t, Story>> plan;
        for (std::size_t rank = 0; rank < count; ++rank) {
            plan.emplace_back(now_ms_ - age_of(rank, count, random_), story_of(rank, random_));
        }
        std::ranges::sort(plan);
        std::vector<domain::Decision> decisions;
        for (const auto& [placed_at_ms, story] : plan) {
            if (auto decision = tell(story, placed_at_ms, stage, random_)) decisions.push_back(std::move(*decision));
        }
        ask_back_some(decisions, stage);
        return decisions;
    }

    // Two of the newest goods that left: one is waited for, the other waits for an answer.
    void ask_back_some(std::vector<domain::Decision>& decisions, const Stage& stage) {
        bool is_approved = true;
        for (auto at = decisions.rbegin(); at != decisions.rend(); ++at) {
            auto asked = ask_back(*at, is_approved, stage, random_);
            if (!asked) continue;
            *at = std::move(*asked);
            if (!is_approved) return;
            is_approved = false;
        }
    }

    void store(const std::vector<domain::Decision>& decisions, std::size_t first, std::size_t last) {
        services_.storage.write(ports::Priority::bulk, [&](ports::UnitOfWork& work) {
            for (std::size_t i = first; i < last; ++i) {
                domain::Decision decision = decisions[i];
                catch_up(decision);
                const std::int64_t year = documents::year_of(services_, shop_, decision.order.placed_at_ms);
                decision.order.number = work.orders().take_number(shop_.id, "order", year).text;
                documents::number_documents(work, services_, shop_, *profile_, decision.order);
                work.orders().insert(decision, orders::project(services_, shop_, *profile_, decision.order),
                                     services_.new_id());
                accounting::book_money(work, nullptr, decision.order, now_ms_);
                if (!decision.order.removed) work.customers().remember(decision.order, services_.ids.next());
                // Somebody has looked at all but the newest.
                if (decision.order.placed_at_ms < now_ms_ - day_ms) {
                    work.orders().mark_seen(shop_.id, decision.order.id);
                }
            }
        });
    }

    // What time did to the order since, each thing at its own moment; sample orders tell nobody.
    void catch_up(domain::Decision& decision) {
        domain::Context context{.profile = *profile_, .actor = {domain::ActorKind::system, "", "timer"}};
        context.new_id = services_.new_id();
        context.new_token = [this] { return services_.ids.secret(); };
        context.calendar = orders::calendar_of(services_, shop_);
        for (int tick = 0; tick < 8; ++tick) {
            const auto due_at_ms = domain::timer_at(decision.order, *profile_, context.calendar);
            if (!due_at_ms || *due_at_ms > now_ms_) return;
            context.now_ms = *due_at_ms;
            auto ticked = domain::tick(decision.order, context, true);
            if (!ticked) return;
            decision.order = std::move(ticked->order);
            for (domain::Event& event : ticked->events) decision.events.push_back(std::move(event));
            for (domain::MailIntent& mail : ticked->mails) {
                mail.suppressed = domain::Suppression::demo;
                decision.mails.push_back(std::move(mail));
            }
        }
    }

    const Services& services_;
    const samples::Shop& sample_;
    Random random_;
    std::int64_t now_ms_;
    domain::Shop shop_;
    std::shared_ptr<const domain::Profile> profile_;
    std::vector<samples::Person> people_;
};

}  // namespace

Seeded seed_demo(const Services& services) {
    const samples::Samples samples = samples::load();
    std::vector<domain::Shop> known;
    services.storage.read([&](ports::Snapshot& snapshot) { known = snapshot.shops().list(); });
    Seeded seeded;
    std::uint64_t seed = 20'260'901;
    for (const samples::Shop& sample : samples.shops) {
        ++seed;
        if (std::ranges::find(known, sample.handle, &domain::Shop::handle) != known.end()) continue;
        ShopSeeder(services, samples, sample, seed).seed(seeded);
    }
    return seeded;
}

}  // namespace commis::cli
