// Columns and rows; the drawer knows nothing of articles.
#include "features/documents/sheets.hpp"

#include "features/documents/make_paper.hpp"

namespace commis::documents {
namespace {

ports::ListSheet begin_sheet(const Services& services, const domain::Shop& shop, std::string_view language,
                             std::string_view title, bool has_more) {
    ports::ListSheet sheet;
    sheet.language = language;
    sheet.made_at_ms = services.clock.now_ms();
    sheet.title = services.words.text(language, title);
    sheet.subtitle = shop.name + " · " + services.formatter.date_time(sheet.made_at_ms, shop.timezone, language);
    if (has_more) sheet.subtitle += " · " + services.words.text(language, "sheet.has_more");
    sheet.look = look_of(shop);
    return sheet;
}

}  // namespace

ports::ListSheet pick_sheet(const Services& services, const domain::Shop& shop, const articles::PickList& list,
                            std::string_view language) {
    const auto word = [&](std::string_view key) { return services.words.text(language, key); };
    ports::ListSheet sheet = begin_sheet(services, shop, language, "sheet.pick_list", list.has_more);
    sheet.columns = {{word("sheet.sku"), false, 2},
                     {word("sheet.article"), false, 4},
                     {word("sheet.quantity"), true, 1},
                     {word("sheet.on_hand"), true, 1},
                     {word("sheet.orders"), false, 3}};
    ports::ListSheet::Group& group = sheet.groups.emplace_back();
    for (const articles::PickItem& item : list.items) {
        std::string orders;
        for (const articles::PickedOrder& order : item.orders) {
            orders += (orders.empty() ? "" : ", ") + order.number;
            if (order.quantity != 1) orders += " ×" + std::to_string(order.quantity);
        }
        group.rows.push_back({{item.sku, item.name, std::to_string(item.quantity),
                               item.on_hand ? std::to_string(*item.on_hand) : "–", orders},
                              item.sku});
    }
    return sheet;
}

ports::ListSheet supplier_sheet(const Services& services, const domain::Shop& shop, const articles::SupplierList& list,
                                std::string_view language) {
    const auto word = [&](std::string_view key) { return services.words.text(language, key); };
    ports::ListSheet sheet = begin_sheet(services, shop, language, "sheet.supplier_list", list.has_more);
    sheet.columns = {{word("sheet.sku"), false, 2},
                     {word("sheet.article"), false, 4},
                     {word("sheet.missing"), true, 1},
                     {word("sheet.on_hand"), true, 1},
                     {word("sheet.reserved"), true, 1}};
    for (const articles::SupplierOrder& supplier : list.suppliers) {
        ports::ListSheet::Group& group = sheet.groups.emplace_back();
        group.title = supplier.supplier.empty() ? word("sheet.no_supplier") : supplier.supplier;
        for (const ports::Shortage& article : supplier.articles) {
            group.rows.push_back({{article.sku, article.name, std::to_string(article.reserved - article.on_hand),
                                   std::to_string(article.on_hand), std::to_string(article.reserved)},
                                  ""});
        }
    }
    return sheet;
}

}  // namespace commis::documents
