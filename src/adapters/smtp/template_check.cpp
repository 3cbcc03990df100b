// A small scanner of its own: the engine accepts more than a shop's template may say, and reports less.
#include "adapters/smtp/template_check.hpp"

#include <algorithm>

#include "adapters/smtp/markdown.hpp"

namespace commis::smtp {
namespace {

using ports::TemplateFault;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_';
    });
}

class Checker {
public:
    Checker(std::string_view source, const TemplateNames* names) : source_{source} {
        if (names != nullptr) scopes_.push_back(names);
    }

    std::vector<TemplateFault> run() {
        if (source_.size() > template_limit_bytes) return {{"too_large", std::to_string(source_.size()), 0}};
        check_lines();
        std::size_t position = 0;
        while (!is_broken_ && position < source_.size()) {
            const auto begin = source_.find("{{", position);
            if (begin == std::string_view::npos) break;
            count_lines(position, begin);
            position = check_tag(begin);
        }
        if (!is_broken_ && !open_.empty()) add("unclosed_section", open_.back().name);
        return std::move(faults_);
    }

private:
    struct Section {
        std::string name;
        bool adds_scope;
    };

    void add(std::string code, std::string_view detail) {
        faults_.push_back({std::move(code), std::string{detail.substr(0, 80)}, line_});
    }

    // Faults after which nothing later in the text can be understood.
    std::size_t stop(std::string code, std::string_view detail) {
        add(std::move(code), detail);
        is_broken_ = true;
        return source_.size();
    }

    void count_lines(std::size_t from, std::size_t to) {
        const auto passed = source_.substr(from, to - from);
        line_ += static_cast<std::int32_t>(std::ranges::count(passed, '\n'));
    }

    void check_lines() {
        if (holds_note_mark(source_)) faults_.push_back({"forbidden_character", "U+E000", 0});
        std::int32_t number = 1;
        std::string_view rest = source_;
        while (!rest.empty()) {
            const auto end = rest.find('\n');
            if (std::min(end, rest.size()) > template_line_limit_bytes) {
                faults_.push_back({"line_too_long", {}, number});
            }
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 1);
            ++number;
        }
    }

    std::size_t check_tag(std::size_t begin) {
        if (source_.substr(begin).starts_with("{{{")) return stop("unescaped_tag", source_.substr(begin, 20));
        const auto end = source_.find("}}", begin + 2);
        if (end == std::string_view::npos) return stop("unclosed_tag", source_.substr(begin, 20));
        const auto content = trimmed(source_.substr(begin + 2, end - begin - 2));
        if (content.find('\n') != std::string_view::npos) return stop("unclosed_tag", content);
        if (content.empty()) {
            add("empty_tag", {});
        } else {
            check_content(content.front(), content);
        }
        return is_broken_ ? source_.size() : end + 2;
    }

    void check_content(char kind, std::string_view content) {
        const auto name = trimmed(content.substr(1));
        switch (kind) {
            case '!':
                break;
            case '&':
                stop("unescaped_tag", content);
                break;
            case '=':
                stop("delimiter_change", content);
                break;
            case '>':
                stop("partial", content);
                break;
            case '#':
                open_section(name, true);
                break;
            case '^':
                open_section(name, false);
                break;
            case '/':
                close_section(name);
                break;
            default:
                check_name(content, false);
                break;
        }
    }

    void open_section(std::string_view name, bool is_positive) {
        check_name(name, true);
        const bool is_repeated = std::ranges::any_of(
            open_, [&](const Section& section) { return section.adds_scope && section.name == name; });
        const auto* list = is_positive ? find_list(name) : nullptr;
        // A list inside itself would multiply the output without saying anything new.
        if (is_repeated && list != nullptr) add("section_repeats", name);
        if (list != nullptr) scopes_.push_back(list);
        open_.push_back({std::string{name}, list != nullptr});
        if (open_.size() > template_depth_limit) stop("too_deep", name);
    }

    void close_section(std::string_view name) {
        if (open_.empty() || open_.back().name != name) {
            stop("unopened_section", name);
            return;
        }
        if (open_.back().adds_scope) scopes_.pop_back();
        open_.pop_back();
    }

    const TemplateNames* find_list(std::string_view name) const {
        for (const auto* scope : scopes_) {
            const auto found = scope->lists.find(name);
            if (found != scope->lists.end()) return &found->second;
        }
        return nullptr;
    }

    void check_name(std::string_view name, bool is_section) {
        if (!is_name(name)) {
            add("bad_name", name);
        } else if (!scopes_.empty()) {
            const bool is_value =
                std::ranges::any_of(scopes_, [&](const auto* scope) { return scope->values.contains(name); });
            if (!is_value && !(is_section && find_list(name) != nullptr)) add("unknown_name", name);
        }
    }

    std::string_view source_;
    std::vector<const TemplateNames*> scopes_;
    std::vector<Section> open_;
    std::vector<TemplateFault> faults_;
    std::int32_t line_ = 1;
    bool is_broken_ = false;
};

}  // namespace

std::vector<TemplateFault> check_template(std::string_view source, const TemplateNames* names) {
    return Checker{source, names}.run();
}

}  // namespace commis::smtp
