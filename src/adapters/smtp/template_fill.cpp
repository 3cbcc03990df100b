// The engine escapes nothing here: every value is made safe for its style before the engine sees it.
#include "adapters/smtp/template_fill.hpp"

#include <kainjow/mustache.hpp>

#include "adapters/smtp/compiled_template.hpp"
#include "adapters/smtp/markdown.hpp"
#include "adapters/smtp/markdown_text.hpp"

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

void remove_keepers(std::string& text) {
    std::string kept;
    kept.reserve(text.size());
    std::size_t from = 0;
    for (auto at = text.find(line_keeper); at != std::string::npos; at = text.find(line_keeper, from)) {
        kept.append(text, from, at - from);
        from = at + line_keeper.size();
    }
    kept.append(text, from);
    text = std::move(kept);
}

std::string html_text(std::string_view text) { return kainjow::mustache::html_escape(single_line(text)); }

// Only what the template names is made ready: most names of a model are for other templates.
class DataMaker {
public:
    using Names = std::set<std::string, std::less<>>;
    DataMaker(ValueStyle style, const Names& names, std::vector<Inset>& insets)
        : style_{style}, names_{names}, insets_{insets} {}

    Data make(const ports::MailModel& model) {
        Data data;
        for (const auto& flag : model.flags) data.set(flag, Data{true});
        for (const auto& [name, text] : model.texts) {
            if (is_named(name)) data.set(name, value(styled(text)));
        }
        for (const auto& [name, link] : model.links) {
            if (is_named(name)) data.set(name, value(is_safe_link(link) ? styled(link) : ""));
        }
        for (const auto& [name, note] : model.notes) {
            if (is_named(name)) data.set(name, value(note_value(note)));
        }
        for (const auto& [name, picture] : model.pictures) {
            if (is_named(name)) data.set(name, value(picture_value(name, picture)));
        }
        for (const auto& [name, entries] : model.lists) {
            if (!is_named(name)) continue;
            Data list{Data::type::list};
            for (const auto& entry : entries) list << make(entry);
            data.set(name, list);
        }
        return data;
    }

private:
    bool is_named(const std::string& name) const { return names_.contains(name); }

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
        insets_.push_back({note});
        return note_mark(insets_.size() - 1);
    }

    // A subject or an attribute has no room for one.
    std::string picture_value(const std::string& name, const ports::MailPicture& picture) {
        if (picture.png.empty() || style_ != ValueStyle::markdown) return {};
        insets_.push_back({"", name, picture.words});
        return note_mark(insets_.size() - 1);
    }

    ValueStyle style_;
    const Names& names_;
    std::vector<Inset>& insets_;
};

}  // namespace

std::expected<FilledTemplate, ports::TemplateFault> fill_template(std::string_view source,
                                                                  const ports::MailModel& model, ValueStyle style) {
    const auto compiled = compiled_template(source);
    if (!compiled) return std::unexpected{compiled.error()};
    auto& engine = (*compiled)->engine;
    FilledTemplate filled;
    const Data data = DataMaker{style, (*compiled)->names, filled.insets}.make(model);
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
