// Words of a name as two sources may both write them: "Jürgen MÜLLER-Lüdi" and "Mueller Luedi Juergen" share three.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commis::domain {

// Small letters without accents, umlauts written out, split at everything else; words of one letter and titles left
// out.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace commis::domain
