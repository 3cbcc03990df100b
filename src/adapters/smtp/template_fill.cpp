// The engine escapes nothing here: every value is made safe for its style before the engine sees it.
#include "adapters/smtp/template_fill.hpp"

#include <kainjow/mustache.hpp>

#include "adapters/smtp/markdown.hpp"
#include "adapters/smtp/markdown_text.hpp"
#include "adapters/smtp/template_check.hpp"

namespace commis::smtp {
namespace {

using Data = kainjow::mustache::data;

struct LimitReached {
    std::string code;
};

// Takes the engine's output line by line and stops it when it grows without end.
struct BoundedText {
    std::string text;
    BoundedText& operator<<(const std::string& part) {
        text += part;
        if (text.size() > output_limit_bytes) throw LimitReached{"output_too_large"};
        return *this;
    }
};

// The engine gathers a whole line before it hands it on; counting sections and values bounds that gathering too.
class BoundedContext final : public kainjow::mustache::context<std::string> {
public:
    explicit BoundedContext(const Data* root) : context{root} {}

    void push(const Data* data) override {
        if (++sections_ > section_limit) throw LimitReached{"too_many_sections"};
        context::push(data);
    }

private:
    std::size_t sections_ = 0;
};

// U+E002, put before every line end so that the engine never takes a line for empty; removed from what comes out.
constexpr std::string_view line_keeper = "\xEE\x80\x82";

bool is_section_line(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return false;
    line = line.substr(first, line.find_last_not_of(" \t") - first + 1);
    if (!line.starts_with("{{") || line.find("}}") != line.size() - 2) return false;
    const auto kind = line.find_first_not_of(" \t", 2);
    return std::string_view{"#^/!"}.find(line[kind]) != std::string_view::npos;
}

// A line that holds only a section's tag says nothing and leaves no line behind. The engine does that for sections it
// enters and forgets it for those it skips, which would cut a paragraph in two; so the rule is applied here.
std::string join_section_lines(std::string_view source) {
    std::string joined;
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        auto line = source.substr(0, end);
        const bool is_last = end == source.size();
        source.remove_prefix(std::min(end + 1, source.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (is_section_line(line)) {
            joined += line.substr(line.find('{'), line.rfind('}') - line.find('{') + 1);
        } else {
            joined += line;
            joined += line_keeper;
            if (!is_last) joined += '\n';
        }
    }
    return joined;
}

void remove_keepers(std::string& text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (text.compare(index, line_keeper.size(), line_keeper) == 0) {
            index += line_keeper.size() - 1;
        } else {
            kept += text[index];
        }
    }
    text = std::move(kept);
}

std::string html_text(std::string_view text) { return kainjow::mustache::html_escape(single_line(text)); }

class DataMaker {
public:
    DataMaker(ValueStyle style, std::vector<std::string>& notes) : style_{style}, notes_{notes} {}

    Data make(const ports::MailModel& model) {
        Data data;
        for (const auto& flag : model.flags) data.set(flag, Data{true});
        for (const auto& [name, text] : model.texts) data.set(name, value(styled(text)));
        for (const auto& [name, link] : model.links) data.set(name, value(is_safe_link(link) ? styled(link) : ""));
        for (const auto& [name, note] : model.notes) data.set(name, value(note_value(note)));
        for (const auto& [name, entries] : model.lists) {
            Data list{Data::type::list};
            for (const auto& entry : entries) list << make(entry);
            data.set(name, list);
        }
        return data;
    }

private:
    // The engine takes an empty text for true; a template means "if there is one".
    static Data value(const std::string& text) { return text.empty() ? Data{false} : Data{text}; }

    std::string styled(std::string_view text) const {
        switch (style_) {
            case ValueStyle::markdown:
                return escape_markdown(text);
            case ValueStyle::single_line:
                return single_line(text);
            case ValueStyle::html:
                return html_text(text);
        }
        return {};
    }

    std::string note_value(const std::string& note) {
        const auto words = tree_to_words(parse_note(note).get());
        if (words.empty() || style_ != ValueStyle::markdown) return styled(words);
        notes_.push_back(note);
        return note_mark(notes_.size() - 1);
    }

    ValueStyle style_;
    std::vector<std::string>& notes_;
};

}  // namespace

std::expected<FilledTemplate, ports::TemplateFault> fill_template(std::string_view source,
                                                                  const ports::MailModel& model, ValueStyle style) {
    const auto faults = check_template(source, nullptr);
    if (!faults.empty()) return std::unexpected{faults.front()};
    kainjow::mustache::mustache engine{join_section_lines(source)};
    if (!engine.is_valid()) return std::unexpected{ports::TemplateFault{"bad_template", engine.error_message(), 0}};
    FilledTemplate filled;
    const Data data = DataMaker{style, filled.notes}.make(model);
    std::size_t value_bytes = 0;
    engine.set_custom_escape([&value_bytes](const std::string& text) {
        value_bytes += text.size();
        if (value_bytes > output_limit_bytes) throw LimitReached{"output_too_large"};
        return text;
    });
    try {
        BoundedContext context{&data};
        BoundedText output;
        engine.render(context, output);
        filled.text = std::move(output.text);
        remove_keepers(filled.text);
    } catch (const LimitReached& limit) {
        return std::unexpected{ports::TemplateFault{limit.code, {}, 0}};
    }
    return filled;
}

}  // namespace commis::smtp
