#include "app/make_samples/corpus.h"

#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

#include "app/make_samples/place.h"
#include "app/make_samples/register_document.h"

namespace tunebench {
namespace {

struct DocumentKind {
    std::string_view symbol = "";
    std::uint64_t weight = 0;
    bool of_a_place = false;  // expects the bindings of a place
};

// Kinds with many outcomes are frequent. An empty symbol is a register.
constexpr std::array<DocumentKind, 33> kKinds = {{{"{story_lost_pet}", 5},
                                                  {"{story_found_thing}", 5},
                                                  {"{story_lost_thing}", 4},
                                                  {"{story_quarrel}", 5},
                                                  {"{story_newcomer}", 5},
                                                  {"{story_help}", 5},
                                                  {"{story_learn}", 5},
                                                  {"{story_contest}", 5},
                                                  {"{story_storm}", 4},
                                                  {"{story_garden}", 5},
                                                  {"{story_boat}", 4},
                                                  {"{story_school}", 4},
                                                  {"{fact_town}", 3},
                                                  {"{fact_animal}", 2},
                                                  {"{fact_job}", 4},
                                                  {"{fact_season}", 2},
                                                  {"{fact_day}", 3},
                                                  {"{letter}", 5},
                                                  {"{notice}", 4},
                                                  {"{diary}", 4},
                                                  {"{talk}", 7},
                                                  {"{news}", 5},
                                                  {"{person_register}", 12},
                                                  {"{guest_good}", 3},
                                                  {"{guest_bad}", 3},
                                                  {"{guest_mixed}", 3},
                                                  {"{list_shopping}", 8},
                                                  {"{list_names}", 8},
                                                  {"{list_places}", 10},
                                                  {"{list_song}", 4},
                                                  {"{visit}", 10, true},
                                                  {"{pair_name_street} {about_product}", 2, true},
                                                  {"", 36, true}}};

std::uint64_t total_weight() {
    return std::accumulate(kKinds.begin(), kKinds.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const DocumentKind& kind) { return sum + kind.weight; });
}

const DocumentKind& choose_kind(Random& random) {
    auto left = random.below(total_weight());
    const auto* kind = kKinds.data();
    for (; left >= kind->weight; ++kind)
        left -= kind->weight;
    return *kind;
}

std::string make_document(const Grammar& grammar, const std::set<std::string>& excluded_places,
                          Random& random) {
    const auto& kind = choose_kind(random);
    if (!kind.of_a_place) {
        Bindings bindings;
        return grammar.expand(kind.symbol, bindings, random);
    }
    auto place = random_place(grammar, random);
    while (excluded_places.contains(identity_of(place)))
        place = random_place(grammar, random);
    if (kind.symbol.empty())
        return register_document(grammar, place, random);
    auto bindings = bindings_of(place);
    return grammar.expand(kind.symbol, bindings, random);
}

}  // namespace

std::vector<std::string> make_documents(const Grammar& grammar, std::size_t bytes,
                                        const CorpusExclusions& exclusions, Random& random) {
    std::vector<std::string> documents;
    for (std::size_t written = 0; written < bytes;) {
        auto document = make_document(grammar, exclusions.places, random);
        if (exclusions.documents.contains(document))
            continue;
        written += document.size();
        documents.push_back(std::move(document));
    }
    return documents;
}

std::string join_documents(const std::vector<std::string>& documents) {
    std::string text;
    for (const auto& document : documents) {
        text += text.empty() ? "" : "\n";
        text += document;
        text += '\n';
    }
    return text;
}

}  // namespace tunebench
