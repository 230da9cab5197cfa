// The grammar of the sample texts: small stories and facts about Marrowby, a town that does not exist. One
// function a subject, each a text in the notation of grammar.h.
#pragma once

#include <array>
#include <string_view>

namespace tunebench {

std::string_view word_rules();            // people, animals, things, weather, times
std::string_view place_rules();           // the values of a place's attributes
std::string_view lost_and_found_rules();  // stories of search and discovery
std::string_view neighbour_rules();       // stories of help, quarrels and newcomers
std::string_view town_life_rules();       // stories of festivals, contests, storms, gardens and boats
std::string_view fact_rules();            // what is so in Marrowby
std::string_view paper_rules();           // letters, notices, diaries, talk, the town's newspaper
std::string_view register_rules();  // lists of a place's or a person's facts, and sentences that use them
std::string_view review_rules();    // what visitors liked and did not like
std::string_view list_rules();      // lists that come twice

/// Everything above.
inline std::array<std::string_view, 10> all_rules() {
    return {word_rules(), place_rules(), lost_and_found_rules(), neighbour_rules(), town_life_rules(),
            fact_rules(), paper_rules(), register_rules(),       review_rules(),    list_rules()};
}

}  // namespace tunebench
