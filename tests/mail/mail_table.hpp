// Drives real orders of a shop through everything that makes a mail, and keeps each mail with the model it was made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/gateways/gateways.hpp"
#include "mail/outbox_world.hpp"
#include "support/plain_drawer.hpp"

namespace commis::tests {

// Renders as the shipped one does and remembers what went in and came out.
struct RecordingRenderer final : ports::MailRenderer {
    struct Rendered {
        ports::MailModel model;
        ports::RenderedMail mail;
    };
    explicit RecordingRenderer(const ports::MailRenderer& real) : real_{real} {}

    std::expected<ports::RenderedMail, ports::TemplateFault> render(std::string_view event, std::string_view language,
                                                                    const ports::MailModel& model) const override {
        auto mail = real_.render(event, language, model);
        if (mail) rendered.push_back({model, *mail});
        return mail;
    }
    std::expected<ports::RenderedMail, ports::TemplateFault> render_source(
        std::string_view source, std::string_view language, const ports::MailModel& model) const override {
        return real_.render_source(source, language, model);
    }
    std::optional<ports::TemplateText> shipped(std::string_view event, std::string_view language) const override {
        return real_.shipped(event, language);
    }
    const ports::TemplateNames* names_of(std::string_view event) const override { return real_.names_of(event); }
    std::vector<ports::TemplateFault> validate(std::string_view event, std::string_view source) const override {
        return real_.validate(event, source);
    }
    std::string page(std::string_view name, const ports::MailModel& model) const override {
        return real_.page(name, model);
    }
    std::string note_to_html(std::string_view markdown) const override { return real_.note_to_html(markdown); }

    mutable std::vector<Rendered> rendered;

private:
    const ports::MailRenderer& real_;
};

// One mail of the table, as it left.
struct TableMail {
    std::string name;  // "order_placed-transfer": the event, and which of its cases where there are several.
    domain::MailKind kind{};
    std::string language;
    ports::MailModel model;
    ports::RenderedMail rendered;
    std::string bytes;  // As it was handed to the server.
};

inline constexpr std::array<std::string_view, 6> table_profiles{"neutral",    "client-gallery",     "web-shop",
                                                                "swiss-shop", "event-registration", "nordic-shop"};

class MailTable : public OutboxWorld {
protected:
    // Every mail that a shop of this profile sends in this language, once a case.
    std::vector<TableMail> drive(std::string_view profile, std::string_view language);

    // A shop of the profile with all it may say of itself; it becomes the one that orders are placed in.
    void open_shop(std::string_view profile, std::string_view language);
    domain::PlaceOrder basket(std::string_view method) const;
    // As `POST …/actions/{action}` with this body.
    void act(const domain::Order& order, std::string_view action, const std::string& body,
             domain::EntryPoint entry = domain::EntryPoint::button);
    std::vector<ports::MailRow> mails_of(const domain::Order& order);
    domain::Order stored(const domain::Order& order);
    std::string method_of(domain::MethodKind kind) const;

    std::string profile_;
    std::string language_;

private:
    void collect(const std::string& name_of_case);
    void tell_of_transfer();
    void tell_of_card();
    void tell_of_changes();
    void tell_of_removal();
    void tell_of_requests();
    void tell_the_least();
    void tell_of_downloads();
    void tell_of_tickets();
    std::string state_of(domain::Stage stage);
    void patch_settings(const std::string& settings);

    RecordingRenderer recording_{renderer_};
    gateways::Gateways gateways_{storage_, clock_, secrets_, {}};
    test::PlainDrawer drawer_;
    Services recorded_{.storage = storage_,
                       .profiles = profiles_,
                       .words = words_,
                       .formatter = formatter_,
                       .renderer = recording_,
                       .clock = clock_,
                       .ids = ids_,
                       .secrets = secrets_,
                       .notices = notices_,
                       .codes = codes_,
                       .gateways = &gateways_,
                       .drawer = &drawer_,
                       .public_url = "https://desk.example"};
    worker::OutboxWorker recorder_{recorded_, &mailer_, {"https://desk.example", ""}};
    std::vector<TableMail> table_;
};

}  // namespace commis::tests
