// A file of an article as the API writes it.
#pragma once

#include "json/writer.hpp"
#include "ports/opening_store.hpp"

namespace commis::http {

// A whole object.
void write_article_file(json::Writer& writer, const ports::ArticleFile& file);

}  // namespace commis::http
