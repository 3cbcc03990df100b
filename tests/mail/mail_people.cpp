#include "mail/mail_people.hpp"

#include <map>

#include "json/writer.hpp"

namespace commis::tests {

const ShopData& data_of(std::string_view profile) {
    static const std::map<std::string_view, ShopData> shops{
        {"neutral",
         {"Harbour Goods", "Harbour Goods Ltd", "4 Quay Street", "BS1 4DJ", "Bristol", "GB", "GBP", "Europe/London",
          "orders@harbour.example", "+44 117 496 0000", "#0f766e", "GB33BUKB20201555555555", "GB123456789",
          "Company 01234567"}},
        {"client-gallery",
         {"Studio Lumen", "Studio Lumen SARL", "18 rue de la Monnaie", "59800", "Lille", "FR", "EUR", "Europe/Paris",
          "studio@lumen.example", "+33 3 20 00 00 00", "#c2410c", "FR7630006000011234567890189", "FR40303265045",
          "RCS Lille 303 265 045"}},
        {"web-shop",
         {"Maison Colette", "Maison Colette SAS", "7 place Bellecour", "69002", "Lyon", "FR", "EUR", "Europe/Paris",
          "bonjour@colette.example", "+33 4 72 00 00 00", "#9f1239", "FR7630006000011234567890189", "FR40303265045",
          "RCS Lyon 303 265 045"}},
        {"swiss-shop",
         {"Alpenladen", "Alpenladen AG", "Marktgasse 12", "3011", "Bern", "CH", "CHF", "Europe/Zurich",
          "laden@alpen.example", "+41 31 300 00 00", "#b91c1c", "CH9300762011623852957", "CHE-123.456.788 MWST", ""}},
        {"event-registration",
         {"Forum Nord", "Forum Nord GmbH", "Messeplatz 1", "20355", "Hamburg", "DE", "EUR", "Europe/Berlin",
          "team@forum.example", "+49 40 300 00 00", "#facc15", "DE89370400440532013000", "DE136695976",
          "HRB 12345, Amtsgericht Hamburg"}},
        {"nordic-shop",
         {"Nordlys & Co", "Nordlys & Co ApS", "Havnegade 12", "8000", "Aarhus C", "DK", "DKK", "Europe/Copenhagen",
          "hej@nordlys.example", "+45 86 00 00 00", "#1d4ed8", "DK5000400440116243", "DK13585628", "CVR 13585628"}},
    };
    return shops.at(profile);
}

BuyerData buyer_of(std::string_view language) {
    const std::string email = "buyer@example.org";
    if (language == "fr") {
        return {{"Zoé Lefèvre", email, "+33 1 23 45 67 89", "", ""},
                {"", "", "12 rue de l’Église", "", "75011", "Paris", "", "FR"},
                "Merci de laisser le colis chez la gardienne.",
                "Votre conseillère est **Anne** ; [nos horaires](https://horaires.example).",
                "À propos de votre commande",
                "Bonjour,\n\nvotre article est arrivé ce matin.\n\nBien à vous"};
    }
    if (language == "da") {
        return {{"Søren Ågård", email, "+45 20 00 00 00", "", ""},
                {"", "", "Ærøgade 5, 2. tv.", "", "8000", "Aarhus C", "", "DK"},
                "Stil gerne pakken ved bagdøren.",
                "Din kontakt er **Anne**; [åbningstider](https://horaires.example).",
                "Om din ordre",
                "Hej\n\nDin vare kom hjem i morges.\n\nVenlig hilsen"};
    }
    if (language == "de") {
        return {{"Jörg Müller", email, "+49 30 00 00 00", "", ""},
                {"", "", "Lindenallee 8", "", "10115", "Berlin", "", "DE"},
                "Bitte beim Nachbarn abgeben.",
                "Ihre Ansprechpartnerin ist **Anne**; [Öffnungszeiten](https://horaires.example).",
                "Zu Ihrer Bestellung",
                "Guten Tag,\n\nIhr Artikel ist heute eingetroffen.\n\nFreundlich grüssend"};
    }
    return {{"Grace O’Neill", email, "+44 20 0000 0000", "O’Neill & Daughters", "GB123456789"},
            {"", "", "3 Mill Lane", "", "OX1 1AA", "Oxford", "", "GB"},
            "Please leave it with the porter.",
            "**Anne** looks after you; [opening hours](https://horaires.example).",
            "About your order",
            "Hello,\n\nyour item came in this morning.\n\nKind regards"};
}

std::string in_json(std::string_view text) {
    std::string json;
    json::append_quoted(json, text);
    return json;
}

}  // namespace commis::tests
