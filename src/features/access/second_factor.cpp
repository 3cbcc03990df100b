#include "features/access/second_factor.hpp"

#include <algorithm>
#include <cctype>

#include "domain/lowered.hpp"
#include "features/access/trail.hpp"
#include "features/audit/audit.hpp"

namespace commis::access {
namespace {

using domain::Refusal;

constexpr std::size_t key_bytes = 20;       // As long as the digest, RFC 4226.
constexpr std::size_t recovery_bytes = 10;  // 80 bits: sixteen signs.

// As people type them: in groups, with hyphens, small or capital.
std::string typed_code(std::string_view text) {
    std::string code;
    for (const char sign : text) {
        if (sign == ' ' || sign == '-') continue;
        code.push_back(sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign);
    }
    return code;
}

bool is_digits(std::string_view code) {
    return code.size() == 6 && std::ranges::all_of(code, [](char sign) { return sign >= '0' && sign <= '9'; });
}

// Keyed, so that the database alone proves no guess.
std::string recovery_hash(const Services& services, std::string_view operator_id, const std::string& code) {
    return services.secrets.mac("recovery code", std::string(operator_id) + "\n" + code);
}

std::optional<std::int64_t> matching_step(const Services& services, const ports::SecondFactor& factor,
                                          const std::string& code) {
    const auto key = services.secrets.open(factor.sealed_key);
    if (!key) return std::nullopt;
    const std::int64_t now_step = services.clock.now_ms() / code_step_ms;
    for (const std::int64_t step : {now_step, now_step - 1, now_step + 1}) {
        if (step > factor.last_step && services.secrets.one_time_code(*key, step) == code) return step;
    }
    return std::nullopt;
}

struct CodeCheck {
    bool is_right = false;
    bool used_recovery_code = false;
    int wait_seconds = 0;
};

// Inside the unit of work, and what it counts stays when the code is wrong.
CodeCheck check_code(ports::UnitOfWork& work, const Services& services, const ports::Operator& person,
                     const std::string& typed) {
    auto factor = work.sign_ins().lock_second_factor(person.id);
    if (!factor || !factor->is_on()) return {};
    const std::string code = typed_code(typed);
    const std::int64_t now_ms = services.clock.now_ms();
    // Nobody guesses one of these: they open also while codes have to wait.
    if (code.size() == recovery_bytes * 8 / 5) {
        const std::string hash = recovery_hash(services, person.id, code);
        if (!work.sign_ins().use_recovery_code(person.id, hash, now_ms)) return {};
        factor->failures = 0;
        work.sign_ins().save_second_factor(*factor);
        return {true, true, 0};
    }
    if (!is_digits(code)) return {};
    const std::int64_t wait_until_ms = factor->failed_at_ms + code_wait_ms(factor->failures);
    if (wait_until_ms > now_ms) {
        return {false, false, static_cast<int>((wait_until_ms - now_ms + 999) / 1'000)};
    }
    if (const auto step = matching_step(services, *factor, code)) {
        factor->last_step = *step;
        factor->failures = 0;
        work.sign_ins().save_second_factor(*factor);
        return {true, false, 0};
    }
    factor->failures += 1;
    factor->failed_at_ms = now_ms;
    work.sign_ins().save_second_factor(*factor);
    return {};
}

std::vector<std::string> make_recovery_codes(ports::UnitOfWork& work, const Services& services,
                                             const ports::Operator& person) {
    std::vector<std::string> shown;
    std::vector<std::string> hashes;
    for (std::size_t made = 0; made < recovery_code_count; ++made) {
        const std::string code = services.secrets.random_base32(recovery_bytes);
        hashes.push_back(recovery_hash(services, person.id, code));
        const std::string small = domain::lowered(code);
        shown.push_back(small.substr(0, 4) + "-" + small.substr(4, 4) + "-" + small.substr(8, 4) + "-" +
                        small.substr(12));
    }
    work.sign_ins().replace_recovery_codes(person.id, hashes);
    return shown;
}

// The operator behind the session with the password, or why not. Slow on purpose, and so outside the unit of work.
domain::Result<ports::Operator> prove_password(const Services& services, const Caller& caller,
                                               const std::string& password) {
    if (!caller.operator_) return domain::refuse(Refusal::forbidden, "a token has no password");
    std::optional<ports::Operator> found;
    services.storage.read(
        [&](ports::Snapshot& snapshot) { found = snapshot.access().find_operator(caller.operator_->id); });
    if (!found) return domain::refuse(Refusal::not_found);
    if (password.size() > password_length_max || !services.secrets.password_matches(found->password_hash, password)) {
        return domain::refuse_fields({{"/password", "wrong_password", "not the password of now"}});
    }
    return *found;
}

domain::Error code_error(const CodeCheck& checked) {
    if (checked.wait_seconds > 0) {
        return domain::refuse_fields({{"/code", "code_wait", "too many wrong codes; wait"}}).error();
    }
    return domain::refuse_fields({{"/code", "wrong_code", "wrong, too old, or used already"}}).error();
}

std::string uri_escaped(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string escaped;
    for (const char sign : text) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool is_plain = byte < 0x80 && (std::isalnum(byte) != 0 || sign == '.' || sign == '-' || sign == '_');
        if (is_plain) {
            escaped.push_back(sign);
            continue;
        }
        escaped += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return escaped;
}

}  // namespace

std::int64_t code_wait_ms(std::int64_t failures) {
    if (failures < free_failures) return 0;
    const std::int64_t doublings = std::min<std::int64_t>(failures - free_failures, 20);
    return std::min(code_step_ms << doublings, code_wait_max_ms);
}

SecondFactorState second_factor_of(ports::Snapshot& snapshot, std::string_view operator_id) {
    const auto factor = snapshot.sign_ins().find_second_factor(operator_id);
    if (!factor || !factor->is_on()) return {};
    return {factor->since_ms, snapshot.sign_ins().count_recovery_codes(operator_id)};
}

domain::Result<NewKey> begin_second_factor(const Services& services, const Caller& caller,
                                           const std::string& password) {
    const auto person = prove_password(services, caller, password);
    if (!person) return std::unexpected(person.error());
    NewKey made;
    made.key = services.secrets.random_base32(key_bytes);
    // The form that telephones read; what stands here is also what they assume.
    made.uri = "otpauth://totp/Commis:" + uri_escaped(person->email) + "?secret=" + made.key +
               "&issuer=Commis&algorithm=SHA1&digits=6&period=30";
    bool is_on = false;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        const auto factor = work.sign_ins().lock_second_factor(person->id);
        is_on = factor && factor->is_on();
        if (is_on) return;
        ports::SecondFactor shown;
        shown.operator_id = person->id;
        shown.sealed_key = services.secrets.seal(made.key);
        work.sign_ins().save_second_factor(shown);
    });
    if (is_on) return domain::refuse_fields({{"/password", "second_factor_on", "there is one already"}});
    return made;
}

domain::Result<std::vector<std::string>> confirm_second_factor(const Services& services, const Caller& caller,
                                                               const std::string& code, const Where& where) {
    if (!caller.operator_) return domain::refuse(Refusal::forbidden, "a token has no second factor");
    const auto refuse = [](const char* why) { return domain::refuse_fields({{"/code", why, "nothing to confirm"}}); };
    domain::Result<std::vector<std::string>> codes = refuse("second_factor_off");
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        auto factor = work.sign_ins().lock_second_factor(caller.operator_->id);
        codes = refuse(factor ? "second_factor_on" : "second_factor_off");
        if (!factor || factor->is_on()) return;
        const auto step = matching_step(services, *factor, typed_code(code));
        if (!step) {
            codes = std::unexpected(code_error({}));
            return;
        }
        factor->since_ms = services.clock.now_ms();
        factor->last_step = *step;
        work.sign_ins().save_second_factor(*factor);
        codes = make_recovery_codes(work, services, *caller.operator_);
        // Whoever came in with the password alone is out.
        work.access().delete_other_sessions(caller.operator_->id, caller.session_hash);
        tell(work, services, *caller.operator_, "second_factor_on", where);
    });
    return codes;
}

domain::Result<void> end_second_factor(const Services& services, const Caller& caller, const Proven& proven,
                                       const Where& where) {
    const auto person = prove_password(services, caller, proven.password);
    if (!person) return std::unexpected(person.error());
    domain::Result<void> ended;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        ended = {};
        if (const auto checked = check_code(work, services, *person, proven.code); !checked.is_right) {
            ended = std::unexpected(code_error(checked));
            return;
        }
        work.sign_ins().delete_second_factor(person->id);
        tell(work, services, *person, "second_factor_off", where);
    });
    return ended;
}

domain::Result<std::vector<std::string>> renew_recovery_codes(const Services& services, const Caller& caller,
                                                              const Proven& proven, const Where& where) {
    const auto person = prove_password(services, caller, proven.password);
    if (!person) return std::unexpected(person.error());
    domain::Result<std::vector<std::string>> codes;
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        if (const auto checked = check_code(work, services, *person, proven.code); !checked.is_right) {
            codes = std::unexpected(code_error(checked));
            return;
        }
        codes = make_recovery_codes(work, services, *person);
        tell(work, services, *person, "recovery_codes_made", where);
    });
    return codes;
}

std::expected<SignedIn, StepRefused> finish_sign_in(const Services& services, const std::string& step_token,
                                                    const std::string& code, const Where& where) {
    std::expected<SignedIn, StepRefused> finished = std::unexpected(StepRefused{StepFault::again});
    const std::string hash = services.secrets.digest(step_token);
    services.storage.write(ports::Priority::interactive, [&](ports::UnitOfWork& work) {
        finished = std::unexpected(StepRefused{StepFault::again});
        auto step = work.reads().sign_ins().find_step(hash);
        const std::int64_t now_ms = services.clock.now_ms();
        if (!step || step->expires_at_ms <= now_ms) return;
        const auto person = work.reads().access().find_operator(step->operator_id);
        if (!person) return;
        const CodeCheck checked = check_code(work, services, *person, code);
        if (checked.is_right) {
            work.sign_ins().delete_step(hash);
            if (checked.used_recovery_code) tell(work, services, *person, "recovery_code_used", where);
            finished = open_session(work, services, *person, where);
            return;
        }
        finished = std::unexpected(StepRefused{StepFault::wrong_code});
        if (checked.wait_seconds > 0) {
            finished = std::unexpected(StepRefused{StepFault::wait, checked.wait_seconds});
            return;
        }
        step->failures += 1;
        if (step->failures < step_failures_max) {
            work.sign_ins().save_step(*step, now_ms);
            return;
        }
        work.sign_ins().delete_step(hash);
        finished = std::unexpected(StepRefused{StepFault::again});
    });
    return finished;
}

domain::Result<void> reset_second_factor(ports::UnitOfWork& work, const Services& services, const Caller& caller,
                                         const domain::Shop& shop, std::string_view operator_id,
                                         const std::string& address) {
    if (!caller.rights_in(shop.id).has(domain::Right::team)) return domain::refuse(Refusal::forbidden);
    const auto person = work.reads().access().find_operator(operator_id);
    const bool is_member = person && std::ranges::find(person->memberships, shop.id, &ports::Membership::shop_id) !=
                                         person->memberships.end();
    if (!is_member || !work.sign_ins().lock_second_factor(operator_id)) return domain::refuse(Refusal::not_found);
    const auto may_do_as_much = [&](const ports::Membership& membership) {
        const domain::Rights own = caller.rights_in(membership.shop_id);
        return own.has(domain::Right::team) && !goes_beyond(membership.role, own);
    };
    if ((person->is_admin && !caller.is_admin) || !std::ranges::all_of(person->memberships, may_do_as_much)) {
        return domain::refuse(Refusal::forbidden);
    }
    work.sign_ins().delete_second_factor(operator_id);
    work.access().delete_other_sessions(operator_id, caller.session_hash);
    audit::record_of_person(work, services, *person, {"second_factor_reset", caller.actor, person->email, address});
    return {};
}

}  // namespace commis::access
