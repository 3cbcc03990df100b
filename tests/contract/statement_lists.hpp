// Every statement of the program, by what it is about, and the ones that are put together when they are asked.
#pragma once

#include <string>
#include <vector>

#include "adapters/sql/engine/insert_family.hpp"
#include "adapters/sql/engine/session.hpp"

namespace commis::test {

// Loads whose list of ids follows; completed as for one order, or for two SKUs.
const std::vector<sql::Statement>& loads();
std::vector<sql::Statement> of_one_shop();
// The short list: what is keyed by something unique in the program, the few shops, and what is due in any shop.
std::vector<sql::Statement> across_shops();
const std::vector<sql::InsertFamily>& families();

// The statements that the list and the search put together: every leading filter, every sort, first and later pages.
std::vector<std::string> built_lists(sql::EngineKind engine);
// All of them, as texts.
std::vector<std::string> all_texts(sql::EngineKind engine);

template <class... Lists>
std::vector<sql::Statement> together(const Lists&... lists) {
    std::vector<sql::Statement> all;
    (all.insert(all.end(), lists.begin(), lists.end()), ...);
    return all;
}

}  // namespace commis::test
